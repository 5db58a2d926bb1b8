import Foundation

/// The hand that tells a chapter; `let lesson = Lesson()` stands at the top of its `main.swift`.
///
/// No method throws. A chapter is a script, and Swift answers an error at the top level of a script with a
/// trap and a stack dump that say little to a learner. So a method that meets an error writes the record of
/// what was finished, says in one message what is wrong and where, and ends the program with exit code 1.
/// For a call of another library that throws there is ``attempt(_:)``. A chapter reads the better for it:
/// `try` is left only where something can be tried.
///
/// A lesson is not `Sendable`: the compiler keeps it out of jobs that run side by side.
public final class Lesson {
  /// How much work this run does.
  public let profile: Profile
  private let telling: Telling
  private let interruption: Interruption

  /// Finds the chapter's own source, reads flags and environment, shows the title and the first cell.
  public init(source: String = #filePath) {
    StandardStream.hold()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.contains("--help") || arguments.contains("-h") {
        StandardStream.output.line(Settings.usage)
        exit(0)
      }
      let settings = try Settings(
        arguments: arguments, environment: ProcessInfo.processInfo.environment)
      let place = try ChapterPlace(source)
      let chapter = try Literate(
        try SourceText(name: place.name, below: place.root), root: place.root)
      let file = try place.recordFile(of: chapter.chapter, output: settings.output)
      interruption = Interruption(
        record: file, words: Wording(settings.language))
      profile = settings.profile
      let (keeping, doubt) = try Keeping.begin(
        place, settings.profile, folder: file.folder, program: Bundle.main.executableURL)
      telling = Telling(
        chapter, settings: settings, console: Console(settings), file: file,
        translation: try Translation(
          of: chapter.source, into: settings.language, root: place.root), keeping: keeping)
      if let doubt {
        StandardStream.output.line("Nothing is kept from run to run: \(doubt).")
      }
    } catch {
      Self.end(error, in: nil)
    }
    if !attempt({ try telling.open() }) { quit() }
  }

  /// Closes the cell before, shows the prose and the code of the cell that this line heads, and waits for a
  /// key when there is somebody to strike one.
  public func step(_ id: String, line: Int = #line) {
    if !attempt({ try telling.step(id, line: line) }) { quit() }
  }

  /// Puts out a line of text.
  public func say(_ text: String) { attempt { try telling.put(.text(text)) } }

  /// Puts out a table.
  /// - Precondition: every row has one text for each column.
  public func table(_ title: String, columns: [String], rows: [[String]], note: String? = nil) {
    attempt { try telling.table(title, columns, rows, note: note) }
  }

  /// Draws a figure into the output folder, numbers it, and puts it out.
  ///
  /// - Parameter name: the name of its files, lower-case letters, digits and hyphens.
  public func figure(_ name: String, _ figure: Figure) {
    attempt { try telling.figure(name, figure) }
  }

  /// Draws a figure that moves, as `name.gif`, beside its still frame, which is put out as any figure is.
  ///
  /// - Parameter name: the name of its files, lower-case letters, digits and hyphens.
  public func animation(_ name: String, _ animation: Animation) {
    attempt { try telling.animation(name, animation) }
  }

  /// Puts out a sentence about the chapter's own result and checks it.
  ///
  /// In the quick and the full profile a claim that does not hold ends the run, at ``finish()``, with exit code
  /// 1, so that no page says what its figures do not show. On data that stand in for those it speaks of
  /// (``notice(_:dataStandIn:)``) it is only said not to hold. The smoke profile does not check.
  public func expect(_ claim: String, found: String, _ holds: Bool) {
    attempt { try telling.expect(claim, found: found, holds) }
  }

  /// Says something that a reader must know of everything that follows, for instance that the data are not the
  /// usual ones: now, in the record, and under every figure and table.
  ///
  /// - Parameter dataStandIn: the text's claims are about other data than those of this run.
  public func notice(_ text: String, dataStandIn: Bool = false) {
    attempt { try telling.notice(text, dataStandIn: dataStandIn) }
  }

  // What the next five return is kept on disk, each job's result by itself, and found by the next run: see
  // ``depends(on:)``. So it is `Codable`.

  /// Runs `body` once for each of `count` seeds, side by side, and returns the results in the seeds' order.
  ///
  /// The seeds are 1, 2, …; the smoke profile takes two at most, and `SEEDS` overrides the count.
  public func seeds<Result: Codable & Sendable>(
    _ count: Int, _ what: String = "seeds",
    _ body: @escaping @Sendable (_ seed: UInt64, _ progress: Meter) throws -> Result
  ) -> [Result] {
    seeds(count, of: [()], what) { _, seed, progress in try body(seed, progress) }[0]
  }

  /// Runs `body` for each of `jobs` with each of `count` seeds, side by side, and returns for each job the
  /// results in the seeds' order, [jobs][seeds]. All jobs meet the same seeds, so that they can be compared
  /// in pairs.
  public func seeds<Job: Sendable, Result: Codable & Sendable>(
    _ count: Int, of jobs: [Job], _ what: String,
    _ body: @escaping @Sendable (_ job: Job, _ seed: UInt64, _ progress: Meter) throws -> Result
  ) -> [[Result]] {
    let earlier = telling.record.seeds
    return results(of: jobs, on: telling.seeds(count), what, after: earlier, body)
  }

  /// The same with seeds that are spared for it, to choose settings on: no table has them, and the record does
  /// not count them among its own.
  public func seeds<Job: Sendable, Result: Codable & Sendable>(
    _ spared: [UInt64], of jobs: [Job], _ what: String,
    _ body: @escaping @Sendable (_ job: Job, _ seed: UInt64, _ progress: Meter) throws -> Result
  ) -> [[Result]] {
    results(of: jobs, on: spared, what, after: telling.record.seeds, body)
  }

  private func results<Job: Sendable, Result: Codable & Sendable>(
    of jobs: [Job], on seeds: [UInt64], _ what: String, after earlier: [UInt64],
    _ body: @escaping @Sendable (_ job: Job, _ seed: UInt64, _ progress: Meter) throws -> Result
  ) -> [[Result]] {
    let pairs = jobs.flatMap { job in seeds.map { (job, $0) } }
    let labels = jobs.indices.flatMap { job in seeds.map { "job \(job), seed \($0)" } }
    let results = attempt {
      try telling.sideBySide(what, pairs, labels: labels, after: earlier) { pair, progress in
        try body(pair.0, pair.1, progress)
      }
    }
    return jobs.indices.map { Array(results[$0 * seeds.count..<($0 + 1) * seeds.count]) }
  }

  /// Runs `body` once for each job, side by side on all cores (`THREADS`), and returns the results in the
  /// jobs' order.
  public func sideBySide<Job: Sendable, Result: Codable & Sendable>(
    _ jobs: [Job], _ what: String,
    _ body: @escaping @Sendable (_ job: Job, _ progress: Meter) throws -> Result
  ) -> [Result] {
    attempt { try telling.sideBySide(what, jobs, body) }
  }

  /// Runs one piece of work that takes a while, and shows how far it has come.
  public func work<Result: Codable & Sendable>(
    _ what: String, _ body: @escaping @Sendable (_ progress: Meter) throws -> Result
  ) -> Result {
    attempt { try telling.sideBySide(what, [()]) { _, progress in try body(progress) }[0] }
  }

  /// Says what the blocks from here on depend on besides the chapter's code, the library's and the profile:
  /// which data were found, for instance. Their results are found again only by a run that says the same.
  public func depends(on input: String) { telling.depends(on: input) }

  /// Runs `body`, and ends the program with a clear message when it throws.
  ///
  /// `let images = lesson.attempt { try FashionMNIST.train() }`
  @discardableResult
  public func attempt<Result>(_ body: () throws -> Result) -> Result {
    do {
      return try body()
    } catch {
      // The record is saved as far as it goes; when that fails too, the first error is the one to tell.
      try? telling.save()
      Self.end(error, in: telling)
    }
  }

  /// Closes the last cell, sums up, and ends the program: exit code 1 when a claim failed.
  public func finish() -> Never {
    exit(attempt { try telling.finish() })
  }

  private func quit() -> Never {
    attempt { try telling.save() }
    StandardStream.output.line(telling.wording.stopped(telling.file.shownFolder))
    exit(0)
  }

  private static func end(_ error: any Error, in telling: Telling?) -> Never {
    let place = telling.map { "chapter \($0.chapter.chapter), step \"\($0.current)\": " } ?? ""
    fflush(nil)
    StandardStream.errors.line("\nerror: \(place)\(error)")
    exit(error is SettingsError ? 2 : 1)
  }
}
