import Foundation

/// Whether the appendix says what is so: every name of the code is in the sources, every section that is named
/// is there under that title, and every term occurs in the section that its line names, in both languages.
package struct AppendixCheck {
  private let shelf: Shelf
  private var chapters: [Int: Literate] = [:]
  /// Every section of the book by its number, such as 2.10.
  private var places: [String: Place] = [:]
  /// The chapters that are wholly translated, in Chinese.
  private var translated: [Int: Literate] = [:]

  /// - Throws: ``SourceError`` when a chapter or its translation cannot be read.
  package init(_ shelf: Shelf) throws {
    self.shelf = shelf
    for volume in shelf.volumes {
      let chapter = try shelf.literate(volume)
      chapters[volume.number] = chapter
      for place in Self.places(in: chapter) { places[place.number] = place }
      if let translation = try shelf.translation(volume, into: .chinese), translation.coversChapter
      {
        translated[volume.number] = translation.literate(chapter)
      }
    }
  }

  /// The pages of the appendix, in order, relative to the package.
  package static let pages = ["notation", "glossary", "map"].map { "Chapters/appendix/\($0).md" }

  /// What is wrong, with file and line.
  /// - Throws: ``SourceError`` for a page that is missing or has no table.
  package func complaints() throws -> [SourceError] {
    let tables = try Self.pages.map { try MarkdownTable(SourceText(name: $0, below: shelf.root)) }
    return try names(in: tables[0]) + sections(of: tables[0], "Section")
      + terms(in: tables[1]) + sections(of: tables[1], "Section") + titles(in: tables[2])
  }

  /// Names of the code that are not declared: a type, or a member of one as in `Learner.theta`.
  private func names(in table: MarkdownTable) throws -> [SourceError] {
    let sources = try Self.sources(below: shelf.root.appending(path: "Sources"))
    return try table.column("In the code").flatMap { line, text in
      text.matches(of: /`([^`]+)`/).map { String($0.1) }
        .filter { !Self.declares($0, sources) }
        .map { SourceError(file: table.file, line: line, problem: "no source declares `\($0)`") }
    }
  }

  /// Sections that no chapter has; N.0 is the opening of chapter N.
  private func sections(of table: MarkdownTable, _ column: String) throws -> [SourceError] {
    try table.column(column).compactMap { line, text in
      places[text] == nil
        ? SourceError(file: table.file, line: line, problem: "there is no section \(text)") : nil
    }
  }

  /// Sections of the map that are not there, or under another title.
  private func titles(in table: MarkdownTable) throws -> [SourceError] {
    try table.column("Where").flatMap { line, text in
      text.split(separator: "; ").map(\.trimmed).compactMap { named -> SourceError? in
        let number = named.prefix { $0 != " " }
        let title = places[String(number)]?.title
        guard title != named else { return nil }
        let problem =
          title.map { "section \(number) is \"\($0)\"" } ?? "there is no section \(number)"
        return SourceError(file: table.file, line: line, problem: problem)
      }
    }
  }

  /// Terms that their section does not use, in the source or in a translation that covers it.
  private func terms(in table: MarkdownTable) throws -> [SourceError] {
    let english = try table.column("English")
    let chinese = try table.column("中文")
    let places = try table.column("Section")
    var found: [SourceError] = []
    for (index, place) in places.enumerated() {
      guard let section = self.places[place.text] else { continue }
      for (term, language) in [
        (english[index].text, Language.english), (chinese[index].text, .chinese),
      ] {
        guard let text = try text(of: section, in: language),
          text.range(of: term, options: .caseInsensitive) == nil
        else { continue }
        found.append(
          SourceError(
            file: table.file, line: place.line,
            problem: "section \(place.text) does not speak of \"\(term)\" (\(language.rawValue))"))
      }
    }
    return found
  }
}

extension AppendixCheck {
  /// A section of a chapter: its title with its number, and the cells that it goes over.
  private struct Place {
    let number: String
    let chapter: Int
    let title: String
    let blocks: [Block]
  }

  /// The sections of a chapter; N.0 is the opening of chapter N.
  private static func places(in chapter: Literate) -> [Place] {
    var number = "\(chapter.chapter).0"
    var title = "\(number) \(chapter.title)"
    var blocks: [Block] = []
    var found: [Place] = []
    func close() {
      found.append(Place(number: number, chapter: chapter.chapter, title: title, blocks: blocks))
    }
    for block in chapter.cells.flatMap(\.blocks) {
      if let heading = heading(block), let match = heading.prefixMatch(of: /\d+\.\d+/) {
        close()
        (number, title, blocks) = (String(match.0), heading, [])
      }
      blocks.append(block)
    }
    close()
    return found
  }

  private static func heading(_ block: Block) -> String? {
    if case .prose(_, let text) = block { ProseBlocks.heading(of: text) } else { nil }
  }

  /// The words of a section; nil when it is not translated into `language`.
  private func text(of place: Place, in language: Language) throws -> String? {
    var blocks = place.blocks
    if language != .english {
      guard let chapter = chapters[place.chapter], let other = translated[place.chapter] else {
        return nil
      }
      blocks = zip(chapter.cells.flatMap(\.blocks), other.cells.flatMap(\.blocks))
        .filter { place.blocks.contains($0.0) }.map(\.1)
    }
    // A term may be broken between two lines.
    return blocks.compactMap(\.words).joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The bytes of the Swift sources below a folder, by their paths in it.
  private static func sources(below folder: URL) throws -> [String: Data] {
    let files = FileManager.default.enumerator(atPath: folder.path)
    var found: [String: Data] = [:]
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".swift") else { continue }
      found[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return found
  }

  /// Whether one of `sources` declares the type `name`, or adds to it the member that stands behind the dot.
  private static func declares(_ name: String, _ sources: [String: Data]) -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    guard name.first?.isUppercase == true, let type = parts.first, let last = parts.last else {
      return false
    }
    let heads = ["struct", "enum", "class", "protocol", "extension"].map { "\($0) \(type)" }
    // To look for a declaration is to lex the file: only in those that have such a head and the member's name.
    return sources.contains { file, bytes in
      guard bytes.contains(last), heads.contains(where: bytes.contains) else { return false }
      let source = SourceText(name: file, text: String(decoding: bytes, as: UTF8.self))
      return (try? Excerpt.declaration(name, in: source)) != nil
    }
  }
}
