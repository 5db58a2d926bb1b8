/// A solution's text around the part that the learner writes, which stands between the lines
/// `// BEGIN SOLUTION` and `// END SOLUTION`.
///
/// The skeleton is made from it, so that the two cannot drift apart.
package struct Marked: Equatable, Sendable {
  /// The lines before the first mark.
  package let before: [String]
  /// The lines between the marks.
  package let solution: [String]
  /// The lines after the second mark.
  package let after: [String]
  /// The marks' own indentation.
  let indent: String

  /// Takes a solution apart.
  /// - Throws: ``ExerciseError`` when a mark is missing, nested, unclosed, or there a second time.
  package init(_ text: String, file: String) throws(ExerciseError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    var begin: Int?
    var end: Int?
    for (number, line) in lines.enumerated() {
      func fail(_ problem: String) -> ExerciseError {
        ExerciseError("\(file):\(number + 1): \(problem)")
      }
      switch line.trimmed {
      case "// BEGIN SOLUTION":
        guard end == nil else {
          throw fail("an exercise has one solution, and this begins a second")
        }
        guard begin == nil else { throw fail("BEGIN SOLUTION stands inside a solution") }
        begin = number
      case "// END SOLUTION":
        guard begin != nil, end == nil else { throw fail("END SOLUTION without a BEGIN SOLUTION") }
        end = number
      default: break
      }
    }
    guard let begin else { throw ExerciseError("\(file): BEGIN SOLUTION is missing") }
    guard let end else {
      throw ExerciseError("\(file):\(begin + 1): the solution is not closed by END SOLUTION")
    }
    before = Array(lines[..<begin])
    solution = Array(lines[(begin + 1)..<end])
    after = Array(lines[(end + 1)...])
    indent = String(lines[begin].prefix { $0 == " " })
  }

  /// What the learner is given: it compiles, and throws `Todo` where the learner writes.
  package var skeleton: String {
    text(with: ["\(indent)// Your code takes the place of this line.", "\(indent)throw Todo()"])
  }

  /// The solution without the marks.
  package var solved: String { text(with: solution) }

  /// The file with `part` in the place of the solution.
  package func text(with part: [String]) -> String {
    (before + part + after).joined(separator: "\n")
  }
}

extension StringProtocol {
  /// Without the white space at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
