import Foundation

/// Today's text of a chapter with the outputs of its last run, joined cell by cell: what page, notebook and
/// slides are made of.
///
/// The text is read from the source and not from the record, so that a change of prose needs no new run.
/// A translation comes in between: of the text as another `Literate` with the same cell ids, of the outputs as
/// another `Record`, of the fixed words as another ``Wording``. What is made of an edition asks nothing else for
/// words.
package struct Edition: Sendable {
  package let chapter: Int
  package let title: String
  /// The chapter's source, relative to the package.
  package let source: String
  /// The chapter's opening, its cells, and its end.
  package var sections: [Section]
  package let record: Record
  /// Where the record, its figures and its pages are.
  package let folder: URL
  package let words: Wording

  /// `chapter` with the outputs that `record` has under the same ids.
  package init(_ chapter: Literate, _ record: Record, in folder: URL, words: Wording = .english) {
    self.chapter = chapter.chapter
    title = chapter.title
    source = chapter.source
    self.record = record
    self.folder = folder
    self.words = words
    let taken = Dictionary(record.cells.map { ($0.cell.id, $0) }) { first, _ in first }
    let cells = chapter.cells
    sections = cells.enumerated().map { index, cell in
      let hasNext = index + 1 < cells.count
      let outputs = taken[cell.id]?.outputs ?? []
      return Section(
        id: cell.id, heading: cell.heading, level: cell.level, blocks: cell.withoutHeading,
        outputs: outputs,
        afterword: hasNext ? Array(cells[index + 1].parts.afterword) : [],
        seconds: outputs.isEmpty ? nil : record.timings.whole(of: cell.id))
    }
  }

  /// The language it is in.
  package var language: Language { words.language }

  /// The bytes of a file of the record, such as a picture.
  /// - Throws: ``SourceError`` that names the command when it is not there.
  func bytes(_ file: String) throws(SourceError) -> Data {
    guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else {
      throw SourceError(
        file: "\(folder.lastPathComponent)/\(file)", line: nil,
        problem: "is missing; make chapter-\(chapter) draws the figures again")
    }
    return bytes
  }

  /// The first words of the last cell: what to remember, in a sentence or two; Markdown.
  package var gist: String? { sections.last.flatMap { Self.firstParagraph($0) } }

  /// The first sentence of ``gist``, for a list of chapters; Markdown.
  package var claim: String? { gist.map(Sentences.first) }

  private static func firstParagraph(_ section: Section) -> String? {
    section.blocks.lazy.compactMap { block in
      guard case .prose(_, let text) = block else { return nil }
      let lines = text.sourceLines.drop { $0.trimmed.isEmpty }.prefix { !$0.trimmed.isEmpty }
      return lines.joined(separator: "\n")
    }.first
  }
}
