/// What the compiler says about a learner's file.
struct Diagnosis: Equatable {
  let line: Int
  let column: Int
  let message: String

  /// The first error in `file`, or the first of all; nil when the output holds none.
  ///
  /// The learner's file comes first: an error in the probe is most often the echo of a function that is missing.
  static func first(in output: String, file: String) -> Diagnosis? {
    let lines = output.split(separator: "\n")
    let errors = lines.compactMap { line -> (file: Substring, Diagnosis)? in
      guard let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): (?:fatal )?error: (.*)/) else {
        return nil
      }
      return (
        match.1,
        Diagnosis(line: Int(match.2) ?? 0, column: Int(match.3) ?? 0, message: String(match.4))
      )
    }
    return errors.first { $0.file.hasSuffix(file) }?.1
  }

  /// The line that is complained about, with a mark below the place.
  func excerpt(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return "" }
    let margin = String(repeating: " ", count: "\(line)".count)
    let before = String(repeating: " ", count: max(0, min(column, lines[line - 1].count + 1) - 1))
    return "  \(line) │ \(lines[line - 1])\n  \(margin) │ \(before)^"
  }
}
