import Foundation
import Lessons

/// A learner at work on the exercises of a chapter: what is shown, and what each key does.
package struct Session {
  /// The exercises of the chapter.
  let exercises: [BookExercise]
  let workbook: Workbook
  let examiner: Examiner
  let console: Console
  /// A path as the learner knows it.
  let shown: (URL) -> String
  private(set) var progress: Progress
  private(set) var index: Int
  /// The file as it was when it was checked last: one that is saved meanwhile is another.
  private(set) var checked: Stamp?
  private var hints = 0
  private var verdict: Verdict?
  /// The key that was struck once and does its work when it is struck again.
  private var asked: Character?

  /// A session at the first exercise that is not done.
  package init(
    _ exercises: [BookExercise], workbook: Workbook, examiner: Examiner, console: Console,
    shown: @escaping (URL) -> String
  ) {
    self.exercises = exercises
    self.workbook = workbook
    self.examiner = examiner
    self.console = console
    self.shown = shown
    progress = Progress(of: workbook)
    index = progress.start(among: exercises)
  }

  /// The exercise that is worked on.
  package var exercise: BookExercise { exercises[index] }
  /// The learner's file of that exercise.
  package var file: URL { workbook.file(exercise.folder) }

  /// Shows the exercise's task and checks it.
  /// - Throws: what writing the workbook throws.
  package mutating func open() throws {
    hints = 0
    verdict = nil
    asked = nil
    progress.current = exercise.name
    try progress.save(in: workbook)
    try workbook.prepare([exercise.folder])
    try check()
  }

  /// Checks the learner's file and shows the verdict.
  /// - Throws: ``ExerciseError``, and what reading and writing the workbook throws.
  package mutating func check() throws {
    clear()
    head()
    console.write("Checking…")
    checked = Stamp(file)
    let text = try Data(contentsOf: file)
    let verdict = try examiner.verdict(on: text, of: exercise, path: shown(file))
    console.write(console.takesEscapes ? "\r\u{1B}[K" : "\n")
    self.verdict = verdict
    if verdict.level == .right, !progress.done.contains(exercise.name) {
      progress.finish(exercise.name)
      try progress.save(in: workbook)
    }
    if verdict.level == .untouched { prose(exercise.folder.statement.task) }
    console.gap()
    console.lines(Telling.block(verdict, width: console.proseWidth))
    foot()
  }

  /// Does what `key` asks for; false when that is to leave.
  /// - Throws: what writing the workbook throws.
  package mutating func take(_ key: Character) throws -> Bool {
    let isRepeated = asked == key
    asked = nil
    switch key {
    case "q": return false
    case "h": hint()
    case "n": try next()
    case "l": list()
    case "x": try reset(isRepeated)
    case "s": solution(isRepeated)
    default: return true
    }
    return true
  }

  private mutating func hint() {
    let all = exercise.folder.statement.hints
    hints = min(hints + 1, all.count)
    for (number, hint) in all.prefix(hints).enumerated() {
      console.gap()
      console.line(StyledText("Hint \(number + 1) of \(all.count)", .heading))
      prose(hint)
    }
    foot()
  }

  private mutating func next() throws {
    let open = exercises.indices.filter { !progress.done.contains(exercises[$0].name) }
    guard let next = index + 1 < exercises.count ? index + 1 : open.first else {
      console.gap()
      console.line(StyledText("All exercises of this chapter are done.", .good))
      return foot()
    }
    if next == index {
      console.gap()
      console.line(StyledText("This is the only one of the chapter that is not done."))
      return foot()
    }
    index = next
    try self.open()
  }

  private func list() {
    console.gap()
    for (number, exercise) in exercises.enumerated() {
      let done = progress.done.contains(exercise.name)
      let line =
        "\(number == index ? "▸" : " ") \(done ? "✓" : "·") \(exercise.number)  \(exercise.folder.statement.title)"
      console.line(StyledText(line, done ? .good : .plain))
    }
    foot()
  }

  private mutating func reset(_ isRepeated: Bool) throws {
    guard isRepeated else {
      asked = "x"
      return say("x again puts the empty exercise in place of your code.")
    }
    guard let code = try? Data(contentsOf: file) else {
      // It is gone, and there is nothing to keep.
      try workbook.reset(exercise.folder)
      return try check()
    }
    guard code != Data(exercise.folder.solution.skeleton.utf8) else {
      return say("It is the empty exercise already.")
    }
    // What an earlier reset has kept is not written over.
    var kept = file.appendingPathExtension("old")
    var copies = 1
    while FileManager.default.fileExists(atPath: kept.path) {
      copies += 1
      kept = file.appendingPathExtension("old\(copies)")
    }
    try code.write(to: kept, options: .atomic)
    try workbook.reset(exercise.folder)
    try check()
    say("Your code is kept in \(shown(kept)).")
  }

  private mutating func solution(_ isRepeated: Bool) {
    guard isRepeated || progress.done.contains(exercise.name) else {
      asked = "s"
      return say(
        "It is not solved yet, and h gives a hint. s again shows the solution all the same.")
    }
    console.gap()
    console.line(StyledText("A solution", .heading))
    for line in exercise.folder.solution.solved.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      console.line(StyledText("  " + line, .code))
    }
    prose(exercise.folder.statement.explanation)
    foot()
  }
}

extension Session {
  private func say(_ text: String) {
    console.gap()
    console.lines(StyledText(text, .notice).wrapped(to: console.proseWidth))
  }

  /// Markdown as in the chapters; should a formula be beyond the terminal, as it is written.
  private func prose(_ text: String) {
    console.gap()
    let lines = try? Markdown.lines(text, width: console.proseWidth)
    console.lines(lines ?? text.split(whereSeparator: \.isNewline).map { StyledText(String($0)) })
  }

  private func head() {
    console.line(StyledText("\(exercise.number) · \(exercise.folder.statement.title)", .heading))
    console.line(StyledText(shown(file), .dim))
    console.gap()
  }

  private func foot() {
    let done = exercises.count { progress.done.contains($0.name) }
    let bar = exercises.map { progress.done.contains($0.name) ? "■" : "□" }.joined()
    console.gap()
    console.line(StyledText("\(bar) \(done) of \(exercises.count) done", .dim))
    console.line(
      StyledText(
        "h hint · n next · l list · x reset · s solution · q quit; save the file to check it", .dim)
    )
  }

  private func clear() {
    if console.takesEscapes { console.write("\u{1B}[2J\u{1B}[H") } else { console.gap() }
  }
}
