import Foundation

/// Which exercises are done and which one is being worked on, kept as a small text file:
///
///     done fisher
///     at penalty
///
/// Names that the book does not know are kept and passed over: another version of the book may know them. The
/// order of the lines means nothing.
package struct Progress: Equatable, Sendable {
  /// The exercises that have passed.
  package private(set) var done: Set<String> = []
  /// The exercise that was worked on last.
  package var current: String?

  /// No progress.
  package init() {}

  /// Reads what `text` says; lines that say nothing are passed over.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2 else { continue }
      if words[0] == "done" { done.insert(words[1]) }
      if words[0] == "at" { current = words[1] }
    }
  }

  /// Reads a workbook's progress; a file that is missing is no progress, a spoilt line costs no other.
  package init(of workbook: Workbook) {
    let bytes = (try? Data(contentsOf: workbook.progress)) ?? Data()
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// Notes that `exercise` has passed.
  package mutating func finish(_ exercise: String) { done.insert(exercise) }

  /// The file's text.
  package var text: String {
    let lines = done.sorted().map { "done \($0)" } + (current.map { ["at \($0)"] } ?? [])
    return "Progress in the exercises, written by make exercise-N.\n"
      + lines.map { $0 + "\n" }.joined()
  }

  /// Writes it whole and puts it in place at once: an interruption leaves the old file or the new one. What
  /// another watch has noted as done meanwhile stays done.
  /// - Throws: what `Data` throws when it cannot write.
  package func save(in workbook: Workbook) throws {
    try FileManager.default.createDirectory(at: workbook.folder, withIntermediateDirectories: true)
    var whole = self
    whole.done.formUnion(Progress(of: workbook).done)
    try Data(whole.text.utf8).write(to: workbook.progress, options: .atomic)
  }

  /// Where to go on among `exercises`: the one worked on last unless it is done, else the first that is not done.
  package func start(among exercises: [BookExercise]) -> Int {
    let open = exercises.indices.filter { !done.contains(exercises[$0].name) }
    return open.first { exercises[$0].name == current } ?? open.first ?? 0
  }
}
