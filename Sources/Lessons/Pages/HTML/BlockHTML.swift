/// What a cell says and does, as XHTML.
struct BlockHTML {
  let markup: Markup
  let words: Wording

  /// Blocks in order; a formula stands beside the code of the library that follows it.
  func html(_ blocks: [Block]) -> String {
    var parts: [String] = []
    var rest = blocks[...]
    while let block = rest.popFirst() {
      switch block {
      case .prose(_, let text):
        let (words, formula) = Self.split(text)
        let excerpts = formula.isEmpty ? [] : Self.excerpts(&rest)
        if excerpts.isEmpty {
          parts.append(markup.blocks(text))
        } else {
          if !words.isEmpty { parts.append(markup.blocks(words)) }
          let code = excerpts.map(html).joined(separator: "\n")
          parts.append(
            XHTML.element(
              "div", ["class": "pair"],
              XHTML.element("div", ["class": "formula"], markup.blocks(formula))
                + XHTML.element("div", ["class": "beside"], code)))
        }
      default: parts.append(html(block))
      }
    }
    return parts.joined(separator: "\n")
  }

  /// The pieces of Markdown that ``html(_:)`` will ask for.
  static func markdown(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .prose(_, let text):
        let (words, formula) = split(text)
        return [text, words, formula].filter { !$0.isEmpty }
      case .predict(_, let text), .hint(_, let text): return [text]
      case .quiz(let quiz): return [quiz.question] + quiz.choices.flatMap { [$0.text, $0.reason] }
      case .slide, .code, .library: return []
      }
    }
  }

  /// Prose that ends in display formulas, parted into the words and the formulas.
  static func split(_ text: String) -> (words: String, formula: String) {
    let paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: true).map(\.trimmed)
    let count = paragraphs.reversed().prefix { $0.hasPrefix("$$") && $0.hasSuffix("$$") }.count
    return (
      paragraphs.dropLast(count).joined(separator: "\n\n"),
      paragraphs.suffix(count).joined(separator: "\n\n")
    )
  }

  private static func excerpts(_ rest: inout ArraySlice<Block>) -> [Block] {
    let found = rest.prefix { if case .library = $0 { true } else { false } }
    rest = rest.dropFirst(found.count)
    return Array(found)
  }

  private func html(_ block: Block) -> String {
    switch block {
    case .prose(_, let text): markup.blocks(text)
    case .predict(_, let question):
      box("predict", words.predict, markup.blocks(question))
    case .hint(_, let text):
      XHTML.element(
        "details", ["class": "hint"],
        XHTML.element("summary", [:], XHTML.escaped(words.hint)) + markup.blocks(text))
    case .quiz(let quiz): self.quiz(quiz)
    case .slide: ""
    case .code(let lines):
      XHTML.element(
        "div", ["class": "program"], Listing(lines: lines, words: words).folded(label: label(lines))
      )
    case .library(let file, _, let lines):
      XHTML.element(
        "div", ["class": "library"],
        XHTML.element("p", ["class": "file"], XHTML.escaped("\(file):\(lines.first?.number ?? 1)"))
          + Listing(lines: lines, words: words).folded(label: "\(file), \(label(lines))"))
    }
  }

  private func label(_ lines: [CodeLine]) -> String {
    Wording.fill(words.program, "\(lines.first?.number ?? 0)–\(lines.last?.number ?? 0)")
  }

  private func box(_ kind: String, _ title: String, _ content: String) -> String {
    XHTML.element(
      "div", ["class": "box \(kind)"],
      XHTML.element("p", ["class": "title"], XHTML.escaped(title)) + content)
  }

  /// Each choice opens to its reason, and closes the one before: boxes of one name are open one at a time.
  private func quiz(_ quiz: Quiz) -> String {
    let choices = quiz.choices.map { choice in
      let verdict = XHTML.element(
        "b", [:],
        (choice.isRight ? "✓ " : "✗ ") + XHTML.escaped(choice.isRight ? words.right : words.wrong)
      )
      return XHTML.element(
        "details", ["name": "quiz-\(quiz.line)", "class": choice.isRight ? "right" : "wrong"],
        XHTML.element("summary", [:], markup.inline(choice.text))
          + XHTML.element("p", [:], "\(verdict) \(markup.inline(choice.reason))"))
    }
    return box("quiz", words.question, markup.blocks(quiz.question) + choices.joined())
  }
}
