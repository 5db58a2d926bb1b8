import Foundation

extension Translation {
  /// A chapter with its prose in the other language; ids, code and line numbers are those of the source.
  package func literate(_ chapter: Literate) -> Literate {
    chapter.rewritten(title: text(chapter.title), cells: chapter.cells.map(cell))
  }

  /// A record with its outputs in the other language, its figures as ``pictured(_:in:warn:)`` shows them from the
  /// values in `folder`, where the record is. Without a folder nothing is drawn.
  /// - Parameter warn: is told once what is missing to draw.
  /// - Throws: ``FigureError`` as ``pictured(_:in:warn:)`` does.
  package func record(
    _ record: Record, in folder: URL?, warn: (String) throws -> Void = { _ in }
  ) throws -> Record {
    var translated = record
    var warned: Set<String> = []
    translated.notices = record.notices.map(text)
    for (index, taken) in record.cells.enumerated() {
      translated.cells[index].outputs = try taken.outputs.map { output in
        guard case .figure(let figure) = output, let folder else { return self.output(output) }
        return .figure(
          try pictured(figure, in: folder) { problem in
            if warned.insert(problem).inserted { try warn(problem) }
          })
      }
    }
    return translated
  }
}

extension Language {
  /// The name of a file in this language: `index.html` is `index.zh.html` in Chinese.
  package func file(_ name: String) -> String {
    guard self != .english, let dot = name.lastIndex(of: ".") else { return name }
    return name[..<dot] + ".\(rawValue)" + name[dot...]
  }
}

extension Shelf {
  /// The translation of a chapter; nil for the language of the sources.
  /// - Throws: ``SourceError`` with file and line.
  package func translation(_ volume: Volume, into language: Language) throws(SourceError)
    -> Translation?
  {
    try Translation(of: volume.source, into: language, root: root)
  }

  /// Today's text of a chapter with the outputs of its last run, in a language, shown by pictures of today; nil when
  /// it has not been run.
  /// - Parameter warn: is told once what is missing to draw.
  /// - Throws: ``SourceError``, ``FigureError``, and what `warn` throws.
  package func edition(
    _ volume: Volume, in language: Language,
    warn: (String) throws -> Void = { _ in }
  ) throws -> Edition? {
    guard let record = try record(volume) else { return nil }
    let folder = folder(volume)
    let chapter = try literate(volume)
    guard let translation = try translation(volume, into: language) else {
      return Edition(chapter, try record.pictured(in: folder, warn: warn), in: folder)
    }
    return Edition(
      translation.literate(chapter),
      try translation.record(record, in: folder, warn: warn),
      in: folder, words: Wording(language))
  }
}
