/// What an exercise says: its title, the task, hints in steps, and the explanation that comes with the solution.
///
/// In `statement.md` the title is the first heading; each `## Hint` is one step; `## Explanation` comes last.
package struct Statement: Equatable, Sendable {
  /// The title.
  package let title: String
  /// The task, in Markdown as in the chapters.
  package let task: String
  /// The hints, the vaguest first.
  package let hints: [String]
  /// Why the solution is as it is.
  package let explanation: String

  /// Reads the Markdown of a statement.
  /// - Throws: ``ExerciseError`` when there is no title, a task without words, fewer than two hints, or no explanation.
  package init(_ text: String, file: String) throws(ExerciseError) {
    var sections: [(heading: String, lines: [String])] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    {
      if line.hasPrefix("# ") || line.hasPrefix("## ") {
        sections.append((line.drop { $0 == "#" }.trimmed, []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    let bodies = sections.map { ($0.heading, $0.lines.joined(separator: "\n").trimmed) }
    guard let first = bodies.first, !first.0.isEmpty, !first.1.isEmpty else {
      throw ExerciseError("\(file): it begins with `# Title` and the task")
    }
    (title, task) = first
    hints = bodies.filter { $0.0 == "Hint" }.map(\.1)
    guard hints.count >= 2, hints.allSatisfy({ !$0.isEmpty }) else {
      throw ExerciseError("\(file): at least two `## Hint` with words")
    }
    guard let last = bodies.last, last.0 == "Explanation", !last.1.isEmpty,
      bodies.count == hints.count + 2
    else {
      throw ExerciseError("\(file): after the hints, one `## Explanation` and nothing else")
    }
    explanation = last.1
  }
}
