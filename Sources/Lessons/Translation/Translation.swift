import Foundation

/// A chapter in another language: a reader of its cells and of what its runs put out.
///
/// The record stays English, whatever language a run is read in, so that nothing is trained again for another
/// one. What has no translation, or only a stale one, stays English; `make lint` names it.
public struct Translation: Sendable {
  /// The language it reads in.
  public let language: Language
  /// Whether the chapter has a file of its own. Without one only words that the whole book shares are known.
  public let coversChapter: Bool
  /// The files it was read from: the chapter's first.
  package let files: [TranslationFile]
  private let phrasebook: Phrasebook

  /// The translation of the chapter with this source, `Chapters/03-mas/main.swift`, in the package at `root`;
  /// nil for the language of the sources.
  /// - Throws: ``SourceError`` with file and line for a translation that cannot be read.
  public init?(of source: String, into language: Language, root: URL) throws(SourceError) {
    guard language != .english else { return nil }
    let folder = source.split(separator: "/").dropLast().joined(separator: "/")
    var files: [TranslationFile] = []
    for name in ["\(folder)/\(language.rawValue).md", "Chapters/\(language.rawValue).md"]
    where FileManager.default.fileExists(atPath: root.appending(path: name).path) {
      files.append(try TranslationFile(SourceText(name: name, below: root), root: root))
    }
    self.init(language, files: files, ofChapter: folder)
  }

  /// The translation in these files.
  package init(_ language: Language, files: [TranslationFile], ofChapter folder: String = "") {
    self.language = language
    self.files = files
    coversChapter = files.contains { $0.name.hasPrefix(folder + "/") && !$0.passages.isEmpty }
    phrasebook = Phrasebook(files.flatMap(\.entries))
  }

  /// A cell with its prose in the other language; code stays as it is.
  public func cell(_ cell: Cell) -> Cell {
    let mine = files.flatMap(\.passages).filter { $0.cell == cell.id }
    var pairs = CellTranslation(cell.blocks, mine).pairs[...]
    var translated = cell
    translated.blocks = cell.blocks.map { block in
      guard block.words != nil, let pair = pairs.popFirst(), pair.isCurrent else { return block }
      return pair.passage?.block.standing(for: block) ?? block
    }
    if cell.heading != nil {
      translated.heading =
        translated.blocks.lazy.compactMap { block in
          if case .prose(_, let text) = block { ProseBlocks.heading(of: text) } else { nil }
        }.first ?? cell.heading
    }
    return translated
  }

  /// A text that a run puts out: a title, a label, a line.
  public func text(_ text: String) -> String { rendering(text).text }

  /// A text with what no entry covers of it, line by line.
  package func rendering(_ text: String) -> Phrasebook.Rendering {
    let lines = text.sourceLines.map(line)
    return Phrasebook.Rendering(
      text: lines.map(\.text).joined(separator: "\n"), missing: lines.flatMap(\.missing))
  }

  /// A line; where two blanks or more divide it into columns, as in a report, each column ends where it did.
  private func line(_ text: String) -> Phrasebook.Rendering {
    guard text.contains("  ") else { return phrasebook.rendering(text) }
    var line = Phrasebook.Rendering(text: "")
    for match in text.matches(of: /(\s*)(\S+(?: \S+)*)/) {
      let column = phrasebook.rendering(String(match.2))
      let end = text[..<match.range.upperBound].displayWidth
      let least = line.text.isEmpty ? 0 : 1
      let room = max(least + column.text.displayWidth, end - line.text.displayWidth)
      line.text += column.text.rightAligned(to: room)
      line.missing += column.missing
    }
    return line
  }
}
