/// The work of a run: what is computed side by side, and what of it was kept.
extension Telling {
  /// The seeds of a run: 1, 2, … `count`, fewer in the smoke profile, or as many as the reader asked for.
  package func seeds(_ count: Int) -> [UInt64] {
    let number =
      settings.seeds ?? settings.profile.pick(smoke: min(2, count), quick: count, full: count)
    let seeds = (0..<max(0, number)).map { UInt64($0 + 1) }
    record.seeds = Array(Set(record.seeds).union(seeds)).sorted()
    return seeds
  }

  /// Takes in what all blocks from here on depend on besides the code, for instance which data were found.
  package func depends(on input: String) {
    keeping?.keys.add(input: input)
    record.inputs = (record.inputs ?? []) + [input]
  }

  /// Runs the jobs side by side, but for those whose results are kept, and shows how far they have come.
  /// `labels` tell the jobs apart; their numbers do when there are none. `earlier` are the seeds that what
  /// the jobs work on may come from.
  package func sideBySide<Job: Sendable, Result: Codable & Sendable>(
    _ what: String, _ jobs: [Job], labels: [String]? = nil, after earlier: [UInt64]? = nil,
    _ body: @escaping @Sendable (Job, Meter) throws -> Result
  ) throws -> [Result] {
    let block: NamedBlock<Result>
    if let cache = keeping?.cache {
      let labels = labels ?? jobs.indices.map(String.init)
      let keys = keeping?.keys.next(what, in: current, after: earlier ?? record.seeds, labels) ?? []
      block = NamedBlock(keys, in: cache, fresh: settings.fresh)
    } else {
      block = NamedBlock(jobs: jobs.count)
    }
    tell(of: block, what)
    let begin = ContinuousClock.now
    var line = ProgressLine(
      translation?.text(what) ?? what, wording: wording, isTerminal: console.takesEscapes)
    defer {
      if let text = line.ending(seconds: (ContinuousClock.now - begin).seconds) {
        console.write(text)
      }
    }
    let work = SideBySide(block.missing) { job, meter in
      try block.keeping(job) { try body(jobs[job], meter) }
    }
    let results = try work.run(threads: settings.threads) { done in
      let seconds = (ContinuousClock.now - begin).seconds
      if let text = line.text(done: done, seconds: seconds, width: console.width) {
        console.write(text)
      }
    }
    return block.filled(with: results)
  }

  private func tell<Result>(of block: NamedBlock<Result>, _ what: String) {
    func line(_ words: String) {
      console.line(StyledText("  \(translation?.text(what) ?? what)  \(words)", .dim))
    }
    if block.damaged > 0 { line(wording.damaged(block.damaged)) }
    guard block.secondsKept > 0 else { return }
    let seconds = block.secondsKept / Double(max(1, min(settings.threads, block.kept.count)))
    record.timings.kept = (record.timings.kept ?? [:])
      .merging([current: seconds], uniquingKeysWith: +)
    line(
      wording.kept(
        block.kept.count - block.missing.count, of: block.kept.count,
        took: ProgressLine.duration(seconds)))
  }
}
