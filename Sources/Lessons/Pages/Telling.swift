import Foundation

/// One run of a chapter: shows its cells as they come, takes what their code puts out, keeps the record.
///
/// ``Lesson`` is its public face, which turns errors into messages and the end of the program.
package final class Telling {
  package let chapter: Literate
  package let settings: Settings
  package let file: RecordFile
  package internal(set) var record: Record
  let console: Console
  let printer: CellPrinter
  let translation: Translation?
  let wording: Wording
  private let started = ContinuousClock.now
  private var cellStarted = ContinuousClock.now
  private var audience: Audience
  private var dataStandIn = false
  var keeping: Keeping?
  /// What has been said to be missing.
  var warnings: Set<String> = []

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
    wording = Wording(translation?.language ?? .english)
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
    // Where the code is known to be the program's, prose may have moved its lines.
    guard let cell = chapter.cell(id), keeping != nil || chapter.heads[id] == line else {
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
      guard try hasWaited || audience.wait(wording.toGoOn) else { return false }
    }
    if let position = numbered.firstIndex(where: { $0.id == cell.id }) {
      try printer.rule(shown, position: position + 1, of: numbered.count)
    }
    guard try show(own, under: shown.heading) else { return false }
    try save()
    let goesOn =
      try cell.id == "end"
      || audience.wait(cell.asks ? wording.toGoOnWithAnAnswer : wording.toRun, hints: shown.hints)
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

  func keep(_ output: Output) {
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

  /// A claim, and what was found.
  package func expect(_ claim: String, found: String, _ holds: Bool) throws {
    try put(
      .claim(
        Claim(claim, found: found, holds: holds, in: settings.profile, onStandIns: dataStandIn)))
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
