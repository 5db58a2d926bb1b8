import Lessons

/// What the compiler says about a learner's file.
package struct Diagnosis: Equatable {
  package let line: Int
  package let column: Int
  package let message: String

  /// The first error in `file`, or the first of all; nil when the output holds none.
  ///
  /// The learner's file comes first: an error in the probe is most often the echo of a function that is missing.
  package static func first(in output: String, file: String) -> Diagnosis? {
    let lines = output.split(whereSeparator: \.isNewline)
    let errors = lines.compactMap { line -> (file: Substring, Diagnosis)? in
      guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): (?:fatal )?error: (.*)/) else {
        return nil
      }
      return (
        match.1,
        Diagnosis(
          line: Int(match.2) ?? 0, column: Int(match.3) ?? 0, message: advised(String(match.4)))
      )
    }
    return errors.first { $0.file.hasSuffix(file) }?.1
  }

  /// Workbooks that were begun when the engine was a part of CLCore import that name.
  private static func advised(_ message: String) -> String {
    message == "no such module 'CLCore'"
      ? message + "; exercises are built with the engine alone: write `import Theta`" : message
  }

  /// The line that is complained about, with a mark below the place.
  package func excerpt(of text: String) -> String {
    let lines = text.sourceLines
    guard lines.indices.contains(line - 1) else { return "" }
    let margin = String(repeating: " ", count: "\(line)".count)
    let before = String(repeating: " ", count: max(0, min(column, lines[line - 1].count + 1) - 1))
    return "  \(line) │ \(lines[line - 1])\n  \(margin) │ \(before)^"
  }
}
