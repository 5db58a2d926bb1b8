/// What the outputs of runs say, in another language: texts, and patterns for texts that hold numbers.
package struct Phrasebook: Sendable {
  /// A text and its translation.
  package struct Entry: Equatable, Sendable {
    package let pattern: TextPattern
    package let template: TextTemplate
    /// The file and the line that it was read from.
    package let file: String
    package let line: Int

    package init(pattern: TextPattern, template: TextTemplate, file: String, line: Int) {
      self.pattern = pattern
      self.template = template
      self.file = file
      self.line = line
    }
  }

  /// A translated text, and what no entry covers of it.
  package struct Rendering: Equatable, Sendable {
    package var text: String
    package var missing: [String] = []
  }

  private var fixed: [String: TextTemplate] = [:]
  private var patterns: [Entry] = []

  /// Of two entries that match, the one that fixes more letters counts, then the one that comes first.
  package init(_ entries: [Entry] = []) {
    for entry in entries {
      if entry.pattern.holes == 0 {
        fixed[entry.pattern.pieces[0]] = fixed[entry.pattern.pieces[0]] ?? entry.template
      } else {
        patterns.append(entry)
      }
    }
    patterns = patterns.enumerated()
      .sorted { ($1.element.pattern.weight, $0.offset) < ($0.element.pattern.weight, $1.offset) }
      .map(\.element)
  }

  /// `text` in the other language; what is not known stays as it is and is listed.
  ///
  /// What fills a hole is translated in turn. A text that is known as a whole comes first, then one without
  /// words, then patterns, and last the text sentence by sentence: captions are put together from several.
  package func rendering(_ text: String) -> Rendering {
    var known: [String: Rendering] = [:]
    return rendering(text, &known)
  }

  /// The same; `known` keeps what was found of parts, of which a text of many commas has the same again and again.
  private func rendering(_ text: String, _ known: inout [String: Rendering]) -> Rendering {
    if let before = known[text] { return before }
    let found = find(text, &known)
    known[text] = found
    return found
  }

  private func find(_ text: String, _ memory: inout [String: Rendering]) -> Rendering {
    // A sentence may be listed with its full stop or without.
    if let known = fixed[text] ?? fixed[text + "."] {
      return Rendering(text: known.filled(with: []))
    }
    if !hasWords(text) { return Rendering(text: text) }
    var best: Rendering?
    for entry in patterns {
      guard let holes = entry.pattern.match(text) else { continue }
      let parts = holes.map { rendering($0, &memory) }
      let whole = Rendering(
        text: entry.template.filled(with: parts.map(\.text)), missing: parts.flatMap(\.missing))
      if whole.missing.isEmpty { return whole }
      // A frame of two words around a sentence that nobody knows is worse than the English sentence.
      if entry.pattern.weight > whole.missing.reduce(0, { $0 + $1.count }) { best = best ?? whole }
    }
    return bySentences(text, &memory) ?? best ?? Rendering(text: text, missing: [text])
  }

  /// Whether there is something to translate: a word of two letters or more that does not stay as it is.
  private func hasWords(_ text: String) -> Bool {
    text.matches(of: /[A-Za-z]{2,}/).contains { word in
      fixed[String(word.0)].map { $0.filled(with: []) != word.0 } ?? true
    }
  }

  /// The text cut after a sentence, a colon or a semicolon, where what is before it is known.
  private func bySentences(_ text: String, _ memory: inout [String: Rendering]) -> Rendering? {
    if text.last == ".", text.count > 1 {
      let whole = marked(text, &memory)
      if whole.missing.isEmpty { return whole }
    }
    let leads = text.ranges(of: /[:;](?=\s)/).map(\.upperBound)
    for end in (Sentences.ends(in: text) + leads).sorted() where end < text.endIndex {
      let first = marked(String(text[..<end]), &memory)
      guard first.missing.isEmpty else { continue }
      let rest = rendering(text[end...].trimmed, &memory)
      return Rendering(text: first.text + rest.text, missing: rest.missing)
    }
    return nil
  }

  /// A piece that may be known without the mark it ends with.
  private func marked(_ piece: String, _ memory: inout [String: Rendering]) -> Rendering {
    guard let mark = piece.last.flatMap({ Self.marks[$0] }) else {
      return rendering(piece, &memory)
    }
    let inner = rendering(String(piece.dropLast()), &memory)
    return Rendering(text: Self.closed(inner.text, by: mark), missing: inner.missing)
  }

  private static let marks: [Character: String] = [
    ".": "。", "?": "？", "!": "！", ":": "：", ";": "；",
  ]

  private static func closed(_ text: String, by mark: String) -> String {
    text.last.map { "。？！：；".contains($0) } == true ? text : text + mark
  }
}
