extension Block {
  /// The words of the block, for a translator; nil for code, which is not translated.
  package var words: String? {
    switch self {
    case .prose(_, let text), .predict(_, let text), .hint(_, let text), .slide(_, let text): text
    case .quiz(let quiz):
      ([quiz.question] + quiz.choices.flatMap { [$0.isRight ? "x" : "-", $0.text, $0.reason] })
        .joined(separator: "\n")
    case .code, .library: nil
    }
  }

  /// Eight hexadecimal digits that change when the words do: by them a translation knows what it was made
  /// from. White space does not count, so that a paragraph may be set anew.
  package var fingerprint: String? {
    words.map { words in
      // FNV-1a of 32 bits: short to write down, and nobody attacks it.
      var hash: UInt32 = 0x811C_9DC5
      func take(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      let space = UInt8(ascii: " ")
      for (index, word) in words.utf8.split(whereSeparator: { $0 <= space }).enumerated() {
        if index > 0 { take(space) }
        word.forEach(take)
      }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
  }

  /// The block with its words passed through `change`.
  func rewritten(_ change: (String) -> String) -> Block {
    switch self {
    case .prose(let line, let text): return .prose(line: line, text: change(text))
    case .predict(let line, let text): return .predict(line: line, question: change(text))
    case .hint(let line, let text): return .hint(line: line, text: change(text))
    case .slide(let line, let text): return .slide(line: line, text: change(text))
    case .quiz(var quiz):
      quiz.question = change(quiz.question)
      for i in quiz.choices.indices {
        quiz.choices[i].text = change(quiz.choices[i].text)
        quiz.choices[i].reason = change(quiz.choices[i].reason)
      }
      return .quiz(quiz)
    case .code, .library: return self
    }
  }

  /// The line of the source where its words begin; nil for code.
  var line: Int? {
    switch self {
    case .prose(let line, _), .predict(let line, _), .hint(let line, _), .slide(let line, _): line
    case .quiz(let quiz): quiz.line
    case .code, .library: nil
    }
  }

  /// This translation at the place of `original`; nil when the two are of different kinds, or a quiz has other
  /// choices or another right one.
  func standing(for original: Block) -> Block? {
    switch (self, original) {
    case (.prose(_, let text), .prose(let line, _)): return .prose(line: line, text: text)
    case (.predict(_, let text), .predict(let line, _)): return .predict(line: line, question: text)
    case (.hint(_, let text), .hint(let line, _)): return .hint(line: line, text: text)
    case (.slide(_, let text), .slide(let line, _)): return .slide(line: line, text: text)
    case (.quiz(var quiz), .quiz(let english)):
      guard quiz.choices.map(\.isRight) == english.choices.map(\.isRight) else { return nil }
      quiz.line = english.line
      return .quiz(quiz)
    default: return nil
    }
  }
}
