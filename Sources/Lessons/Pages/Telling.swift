import Foundation

/// One run of a chapter: shows its cells as they come, takes what their code puts out, keeps the record.
///
/// ``Lesson`` is its public face, which turns errors into messages and the end of the program.
package final class Telling {
  package let chapter: Literate
  package let settings: Settings
  package let file: RecordFile
  package private(set) var record: Record
  private let console: Console
  private let printer: CellPrinter
  private let translation: Translation?
  let wording: TerminalWords
  private let started = ContinuousClock.now
  private var cellStarted = ContinuousClock.now
  private var audience: Audience
  private var dataStandIn = false
  private var keeping: Keeping?
  private var warnings: Set<String> = []

  /// A run that has not begun: see ``open()``.
  ///
  /// - Parameters:
  ///   - translation: what the chapter is shown in; the record stays in the language of the source.
  ///   - keeping: how results are kept; without it everything is computed and nothing kept.
  package init(
    _ chapter: Literate, settings: Settings, console: Console, file: RecordFile,
    translation: Translation? = nil, keeping: Keeping? = nil
  ) {
    self.chapter = chapter
    self.settings = settings
    self.console = console
    self.file = file
    self.translation = translation
    wording = TerminalWords(language: translation?.language ?? .english)
    printer = CellPrinter(
      console: console, source: chapter.source, folder: file.shownFolder, wording: wording)
    audience = Audience(printer)
    record = Record(
      of: chapter, profile: settings.profile, threads: settings.threads, started: Date())
    self.keeping = keeping
    record.fingerprint = keeping?.fingerprint
    record.data = settings.data
  }

  /// Shows the title and the opening cell. Returns false when the reader wants to quit.
  package func open() throws -> Bool {
    printer.title(
      wording.title(chapter.chapter, translation?.text(chapter.title) ?? chapter.title),
      wording.facts(
        cells: numbered.count, profile: settings.profile, folder: file.shownFolder))
    if translation?.coversChapter == false, let words = wording.untranslated {
      try printer.output(.notice(words))
    }
    if !settings.profile.checksClaims {
      record.notices.append("Smoke profile: too little training for the text to hold")
    }
    return try begin(chapter.cells[0])
  }

  /// The id of the cell that is being told.
  package var current: String { record.cells.last?.cell.id ?? "" }

  /// The cells that count for a reader: not the opening, nor an end without words.
  private var numbered: [Cell] {
    chapter.cells.dropFirst().filter { $0.id != "end" || !$0.blocks.isEmpty }
  }

  // MARK: Cells

  /// Closes the cell before and shows the one that `lesson.step(id)` on `line` heads. Returns false when the
  /// reader wants to quit.
  package func step(_ id: String, line: Int) throws -> Bool {
    guard let cell = chapter.cell(id), chapter.heads[id] == line else {
      throw SourceError(
        file: chapter.source, line: line,
        problem: "has changed since the program was built; build it again")
    }
    guard !record.cells.contains(where: { $0.cell.id == id }) else {
      throw SourceError(file: chapter.source, line: line, problem: "step \"\(id)\" comes twice")
    }
    return try begin(cell)
  }

  @discardableResult
  private func begin(_ cell: Cell) throws -> Bool {
    try closeCell()
    let before = record.cells.last
    record.cells.append(Record.TakenCell(cell: cell, outputs: []))
    let shown = translation?.cell(cell) ?? cell
    let (afterword, own) = shown.parts
    guard try show(afterword) else { return false }
    // What the cell before has put out is read before it is pushed up by the next one.
    if before?.outputs.isEmpty == false {
      try save()
      let hasWaited = if case .quiz = afterword.last { true } else { false }
      guard try hasWaited || audience.wait(wording.next) else { return false }
    }
    if let position = numbered.firstIndex(where: { $0.id == cell.id }) {
      try printer.rule(shown, position: position + 1, of: numbered.count)
    }
    guard try show(own, under: shown.heading) else { return false }
    try save()
    let goesOn =
      try cell.id == "end"
      || audience.wait(cell.asks ? wording.whenAnswered : wording.run, hints: shown.hints)
    cellStarted = .now
    return goesOn
  }

  /// Shows blocks and waits at each quiz. Returns false when the reader wants to quit.
  private func show(_ blocks: ArraySlice<Block>, under heading: String? = nil) throws -> Bool {
    for block in blocks {
      try printer.show([block], under: heading)
      if case .quiz(let quiz) = block, try !audience.answer(quiz) { return false }
    }
    return true
  }

  private func closeCell() throws {
    guard let cell = record.cells.last?.cell else { return }
    record.timings.cells[cell.id] = (ContinuousClock.now - cellStarted).seconds
  }

  // MARK: Outputs

  /// Shows `output` and keeps it in the record.
  package func put(_ output: Output) throws {
    try printer.output(translation?.output(output) ?? output)
    keep(output)
  }

  private func keep(_ output: Output) {
    if let last = record.cells.indices.last { record.cells[last].outputs.append(output) }
  }

  /// A standing notice: shown now, kept in the record, and said under every figure and table from here on.
  package func notice(_ text: String, dataStandIn: Bool = false) throws {
    self.dataStandIn = self.dataStandIn || dataStandIn
    guard !record.notices.contains(text) else { return }
    record.notices.append(text)
    try put(.notice(text))
  }

  /// A table, with the standing notices in its note.
  package func table(_ title: String, _ columns: [String], _ rows: [[String]], note: String?) throws
  {
    let words = caption([note ?? ""])
    try put(
      .table(Table(title: title, columns: columns, rows: rows, note: words.isEmpty ? nil : words)))
  }

  /// Draws a figure, numbers it, and puts the standing notices into its caption.
  package func figure(_ name: String, _ figure: Figure) throws {
    try draw(name, figure, nil)
  }

  /// Draws a figure that moves; its still frame is what stands in the text.
  package func animation(_ name: String, _ animation: Animation) throws {
    guard animation.frames.indices.contains(animation.still) else {
      throw FigureError(figure: name, problem: .invalid("it has no still frame"))
    }
    try draw(name, animation.frames[animation.still], animation)
  }

  private func draw(_ name: String, _ figure: Figure, _ motion: Animation?) throws {
    if let other = record.figures.first(where: { $0.name == name }) {
      let problem = "its name is taken by figure \(other.number); give it another"
      throw FigureError(figure: name, problem: .invalid(problem))
    }
    if record.figures.isEmpty {
      try warn(Typeface().missing(for: String(decoding: figure.json(), as: UTF8.self)))
    }
    let drawn = try file.undisturbed { () throws(FigureError) in
      try Gnuplot.leave(figure, motion, named: name, in: file.folder, fresh: settings.fresh)
    }
    if drawn.notDrawn {
      try warn(
        "Figures are not drawn: \(FigureError(figure: name, problem: .gnuplotMissing).explanation)")
    }
    if record.versions.gnuplot == nil { record.versions.gnuplot = Gnuplot.version() }
    let output = FigureOutput(
      number: "\(chapter.chapter).\(record.figures.count + 1)", name: name,
      title: figure.title, caption: caption([figure.caption] + drawn.notes), alt: figure.alt,
      files: drawn.files)
    let shown = try file.undisturbed { () throws(FigureError) in
      drawn.notDrawn ? nil : try translation?.draw(figure, for: output, in: file.folder)
    }
    try printer.output(.figure(shown ?? output))
    keep(.figure(output))
    try save()
  }

  /// Says once a run what is missing to draw as asked; the run goes on.
  private func warn(_ problem: String?) throws {
    if let problem, warnings.insert(problem).inserted { try put(.notice(problem)) }
  }

  /// The words under a figure or a table, with the standing notices of the run, as sentences.
  private func caption(_ words: [String]) -> String {
    (words + record.notices).filter { !$0.isEmpty }
      .map { $0.last.map(".?!:".contains) == true ? $0 : $0 + "." }.joined(separator: " ")
  }

  /// A claim, and what was found.
  package func expect(_ claim: String, found: String, _ holds: Bool) throws {
    try put(
      .claim(
        Claim(claim, found: found, holds: holds, in: settings.profile, onStandIns: dataStandIn)))
  }

  // MARK: Work

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
      translation?.text(what) ?? what, wording: wording, isTerminal: console.isTerminal)
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

  // MARK: The end

  /// Closes the last cell, marks the record complete, and sums up. Returns the exit code.
  package func finish() throws -> Int32 {
    if let end = chapter.cell("end"), current != "end" { try begin(end) }
    try closeCell()
    record.complete = true
    try save()
    keeping?.cache.shrink(to: Keeping.room)
    let summary = Summary(record, folder: file.shownFolder, wording: wording)
    console.gap()
    console.lines(summary.lines(width: console.width))
    for claim in summary.failed {
      try printer.output(translation?.output(.claim(claim)) ?? .claim(claim))
    }
    return summary.failed.isEmpty ? 0 : 1
  }

  /// Writes the record as it stands.
  package func save() throws(OutputError) {
    record.timings.total = (ContinuousClock.now - started - audience.waited).seconds
    try file.write(record)
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double { self / .seconds(1) }
}
