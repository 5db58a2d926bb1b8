/// A chapter as slides: a value of which a web page and a PowerPoint file are made.
///
/// A cell is on the slides when it has something for them: `> slide:` sentences, display formulas, lines
/// marked `// #key`, a question to predict; each of its figures is a slide of its own, and so is a small table
/// where there is no figure. The prose goes along as notes for the speaker.
struct Deck {
  /// What stands on a slide, from top to bottom.
  enum Part {
    /// Markdown.
    case sentence(String)
    /// Display formulas in Markdown.
    case formula(String)
    /// Markdown.
    case question(String)
    case code([CodeLine])
    case figure(FigureOutput)
    case table(Table)
  }

  /// One slide.
  struct Slide {
    /// Markdown.
    let heading: String
    let parts: [Part]
    /// What to say; Markdown.
    var notes = ""
  }

  let slides: [Slide]
  /// More formulas than this do not fit on one slide, and not as many with sentences that lead to them.
  private static let (formulasOnOne, withLeadsOnOne) = (3, 2)
  /// More rows than this do not fit on one slide.
  private static let rowsOnOne = 9

  init(_ edition: Edition) {
    let last = edition.sections.last?.id
    // A cell without a heading goes on with what the one before is about.
    var heading = edition.title
    slides = edition.sections.flatMap { section in
      if section.id != "opening", let own = section.heading { heading = own }
      return Self.slides(section, under: heading, gist: section.id == last ? edition.gist : nil)
    }
  }

  private static func slides(_ section: Section, under heading: String, gist: String?) -> [Slide] {
    var sentences: [Part] = gist.map { [.sentence($0)] } ?? []
    var formulas: [Formula] = []
    var code: [CodeLine] = []
    var questions: [Part] = []
    var notes: [String] = []
    for block in section.blocks + section.afterword {
      switch block {
      case .slide(_, let text): sentences.append(.sentence(text))
      case .predict(_, let text): questions.append(.question(text))
      case .code(let lines): code += lines.filter { $0.isKey == true }
      case .prose(_, let text):
        formulas += Self.formulas(in: text)
        notes.append(text)
      case .hint, .quiz, .library: continue
      }
    }
    var pages: [[Part]] = []
    // Where no sentence is written for the slide, the one that leads to a formula does.
    let leadsIn = sentences.isEmpty
    func parts(_ formulas: some Sequence<Formula>) -> [Part] {
      formulas.flatMap { formula in
        (leadsIn ? formula.lead.map { [.sentence($0)] } ?? [] : []) + [Part.formula(formula.tex)]
      }
    }
    let onOne =
      leadsIn && formulas.contains { $0.lead != nil } ? withLeadsOnOne : formulasOnOne
    let first =
      sentences + parts(formulas.prefix(onOne))
      + (code.isEmpty ? [] : [.code(code)])
    if !first.isEmpty { pages.append(first) }
    let rest = Array(formulas.dropFirst(onOne))
    for start in stride(from: 0, to: rest.count, by: onOne) {
      pages.append(parts(rest[start..<min(start + onOne, rest.count)]))
    }
    if !questions.isEmpty { pages.append(questions) }
    pages += section.figures.map { [.figure($0)] }
    if section.figures.isEmpty {
      pages += section.outputs.compactMap { output in
        guard case .table(let table) = output, table.rows.count <= rowsOnOne else { return nil }
        return [.table(table)]
      }
    }
    return pages.enumerated().map { index, parts in
      Slide(
        heading: heading, parts: parts,
        notes: index == 0 ? notes.joined(separator: "\n\n") : "")
    }
  }

  /// A display formula and the sentence before it, both Markdown.
  private struct Formula {
    let lead: String?
    let tex: String
  }

  /// The paragraphs that are display formulas and nothing else, one for each formula.
  private static func formulas(in text: String) -> [Formula] {
    var found: [Formula] = []
    var before: String?
    for paragraph in text.split(separator: "\n\n").map(\.trimmed) {
      if paragraph.hasPrefix("$$"), paragraph.hasSuffix("$$") {
        for tex in paragraph.split(separator: "$$").map(\.trimmed) where !tex.isEmpty {
          // A sentence that has ended may be about anything.
          let lead = before.map(Sentences.last).flatMap { Sentences.isClosed($0) ? nil : $0 }
          found.append(Formula(lead: lead, tex: "$$ " + tex + " $$"))
          before = nil
        }
      } else {
        before = paragraph
      }
    }
    return found
  }
}
