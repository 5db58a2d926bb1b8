/// The wrong answers that an exercise knows by name, as code for the place of the solution: what the tests
/// hand in to see that the checker names them.
///
/// In `slips.md` each is a heading with its name and a block of Swift.
package struct WrongAnswers: Equatable, Sendable {
  /// The code of each, by name and in order.
  package let all: [(name: String, code: [String])]

  /// Reads `slips.md`.
  /// - Throws: ``ExerciseError`` when a name has no code or stands there twice.
  package init(_ text: String, file: String) throws(ExerciseError) {
    var found: [(name: String, code: [String])] = []
    var isCode = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode, !found.isEmpty {
        found[found.count - 1].code.append(line)
      } else if line.hasPrefix("## ") {
        found.append((line.dropFirst(3).trimmed, []))
      }
    }
    for (number, answer) in found.enumerated() {
      guard !answer.code.isEmpty else { throw ExerciseError("\(file): \(answer.name) has no code") }
      guard !found[..<number].contains(where: { $0.name == answer.name }) else {
        throw ExerciseError("\(file): \(answer.name) stands there twice")
      }
    }
    all = found
  }

  package static func == (a: WrongAnswers, b: WrongAnswers) -> Bool {
    a.all.elementsEqual(b.all) { $0.name == $1.name && $0.code == $1.code }
  }
}
