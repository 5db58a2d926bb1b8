/// A question with choices, each with the reason why it is right or wrong.
public struct Quiz: Codable, Equatable, Sendable {
  /// One answer a reader may give.
  public struct Choice: Codable, Equatable, Sendable {
    /// The answer; Markdown.
    public var text: String
    /// Whether it is the right one.
    public let isRight: Bool
    /// Why it is right or wrong; Markdown.
    public var reason: String

    package init(_ text: String, isRight: Bool, because reason: String) {
      self.text = text
      self.isRight = isRight
      self.reason = reason
    }
  }
  /// The line of the source where it begins, from 1.
  public var line: Int
  /// The question; Markdown.
  public var question: String
  /// At least two, one of them right.
  public var choices: [Choice]

  package init(line: Int, question: String, choices: [Choice]) {
    self.line = line
    self.question = question
    self.choices = choices
  }

  /// Reads the lines of a quiz without their `>`: the question, then the choices.
  ///
  ///     Which of the three is told the task?
  ///     - [x] Task-incremental => It chooses among the classes of that task.
  ///     - [ ] Class-incremental => It must name the class among all that it has met,
  ///       of whatever task.
  /// - Throws: ``SourceError`` with the line for a choice without a reason, fewer than two choices, none or
  ///   more than one that is right, or words that belong to nothing.
  init(_ lines: [(line: Int, text: String)], in file: String) throws(SourceError) {
    let begin = lines.first?.line ?? 0
    func failure(_ problem: String, at line: Int = begin) -> SourceError {
      SourceError(file: file, line: line, problem: "quiz: " + problem)
    }
    let first = lines.firstIndex { $0.text.trimmed.hasPrefix("- [") } ?? lines.endIndex
    let question = lines[..<first].map(\.text.trimmed).joined(separator: " ").trimmed
    guard !question.isEmpty else { throw failure("the question is missing") }
    var items: [(line: Int, text: String)] = []
    for line in lines[first...] where !line.text.trimmed.isEmpty {
      let text = line.text.trimmed
      if text.hasPrefix("- ") {
        items.append((line.line, text))
      } else {
        items[items.count - 1].text += " " + text
      }
    }
    var choices: [Choice] = []
    for item in items {
      guard let match = item.text.wholeMatch(of: /- \[([ x])\]\s+(.+?)\s+=>\s+(.+)/) else {
        throw failure(
          "a choice reads `- [ ] Answer => Why it is wrong`, or `- [x] Answer => Why it is right`",
          at: item.line)
      }
      choices.append(
        Choice(String(match.2), isRight: match.1 == "x", because: String(match.3)))
    }
    guard choices.count >= 2 else { throw failure("at least two choices are needed") }
    guard choices.count <= Self.letters.count else {
      throw failure("at most \(Self.letters.count) choices have a letter")
    }
    guard choices.count(where: \.isRight) == 1 else {
      throw failure("one choice is right and is marked `[x]`")
    }
    self.init(line: begin, question: question, choices: choices)
  }

  /// What the choices are called, in order.
  static let letters = Array("abcdef")
}
