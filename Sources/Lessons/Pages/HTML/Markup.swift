import Foundation

/// Pieces of Markdown set as XHTML with MathML by one run of pandoc: a process a piece would take longer than
/// all else that a page needs.
struct Markup {
  private let fragments: [String: String]

  /// - Throws: ``PandocError``.
  init(_ pieces: [String], pandoc: Pandoc) throws {
    // Each once, in an order that does not change from run to run.
    var known: Set<String> = []
    let unique = pieces.filter { known.insert($0).inserted }
    // A comment between two pieces is passed through; its name does not occur in a chapter's prose.
    let document = unique.enumerated().map { "\n\n\(Self.mark($0))\n\n\($1)\n" }.joined()
    let html = try pandoc.run(
      [
        "--from=markdown-auto_identifiers", "--to=html5", "--mathml", "--wrap=none",
        "--no-highlight", "--fail-if-warnings",
      ], on: document, in: FileManager.default.temporaryDirectory)
    var fragments: [String: String] = [:]
    var rest = html[...]
    for (index, piece) in unique.enumerated() {
      guard let begin = rest.range(of: Self.mark(index)) else {
        throw PandocError.failed(said: "it swallows the end of\n\(unique[max(0, index - 1)])")
      }
      rest = rest[begin.upperBound...]
      let end = rest.range(of: Self.mark(index + 1))?.lowerBound ?? rest.endIndex
      fragments[piece] = Self.mended(rest[..<end].trimmed)
    }
    self.fragments = fragments
  }

  /// Pandoc writes both bars of a norm as if each followed what it measures, which sets them apart from it.
  private static func mended(_ html: String) -> String {
    html.replacing(
      #"<mo stretchy="false" form="postfix">∥</mo>"#,
      with: #"<mo stretchy="false" lspace="0" rspace="0">∥</mo>"#)
  }

  private static func mark(_ index: Int) -> String { "<!--palimpsest-piece \(index)-->" }

  /// A piece as paragraphs, lists and formulas.
  func blocks(_ piece: String) -> String { fragments[piece] ?? XHTML.escaped(piece) }

  /// A piece of one paragraph, without the paragraph: for headings and summaries.
  func inline(_ piece: String) -> String {
    let html = blocks(piece)
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>") else { return html }
    let inner = html.dropFirst(3).dropLast(4)
    return inner.contains("<p>") ? html : String(inner)
  }
}
