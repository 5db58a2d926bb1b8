extension Edition {
  /// At 200 words a minute, and a line of code counted as four words.
  var readingMinutes: Int {
    let count = sections.flatMap { $0.blocks + $0.afterword }.reduce(0) { sum, block in
      switch block {
      case .prose(_, let text), .predict(_, let text), .hint(_, let text):
        // A Chinese text has few blanks: two signs count as a word.
        sum
          + max(
            text.split(whereSeparator: \.isWhitespace).count,
            text.count { $0.displayWidth == 2 } / 2)
      case .code(let lines), .library(_, _, let lines): sum + 4 * lines.count
      case .quiz(let quiz): sum + 20 * quiz.choices.count
      case .slide: sum
      }
    }
    return max(1, Int((Double(count) / 200).rounded()))
  }
}
