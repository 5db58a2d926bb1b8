import Foundation

extension Translation {
  /// A chapter with its prose in the other language; ids, code and line numbers are those of the source.
  package func literate(_ chapter: Literate) -> Literate {
    chapter.rewritten(title: text(chapter.title), cells: chapter.cells.map(cell))
  }

  /// A record with its outputs in the other language. The pictures in `folder`, where the record is, are drawn
  /// again from the figures that lie beside them, unless that has been done; without a folder they stay.
  /// - Throws: ``FigureError`` as ``draw(_:for:in:format:)`` does.
  package func record(_ record: Record, in folder: URL?) throws(FigureError) -> Record {
    var translated = record
    translated.notices = record.notices.map(text)
    for (index, taken) in record.cells.enumerated() {
      var outputs: [Output] = []
      for output in taken.outputs {
        guard case .figure(let figure) = output, let folder,
          let drawn = try redrawn(figure, in: folder)
        else {
          outputs.append(self.output(output))
          continue
        }
        outputs.append(.figure(drawn))
      }
      translated.cells[index].outputs = outputs
    }
    return translated
  }

  /// The figure in the other language; nil when it did not leave itself beside its pictures.
  private func redrawn(_ figure: FigureOutput, in folder: URL) throws(FigureError) -> FigureOutput?
  {
    guard let json = try? Data(contentsOf: folder.appending(path: "\(figure.name).json")),
      let value = try? Figure(json: json)
    else { return nil }
    if let drawn = drawn(value, for: figure, in: folder) { return drawn }
    return try draw(value, for: figure, in: folder)
  }
}

extension Translation {
  /// The output of a figure whose pictures are there and were drawn from the same words and numbers.
  private func drawn(_ figure: Figure, for output: FigureOutput, in folder: URL) -> FigureOutput? {
    let files = output.files.map { "\(language.rawValue)/\($0)" }
    let own = folder.appending(path: "\(language.rawValue)/\(output.name).json")
    guard let before = try? Data(contentsOf: own), let now = try? self.figure(figure).json(),
      before == now,
      files.allSatisfy({
        FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
      })
    else { return nil }
    return output.rewritten(text, files: files)
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

  /// ``edition(_:)`` in a language, with the words in its pictures too unless it is only `listed`.
  /// - Throws: ``SourceError``, ``FigureError``.
  package func edition(_ volume: Volume, in language: Language, listed: Bool = false) throws
    -> Edition?
  {
    guard let translation = try translation(volume, into: language) else {
      return try edition(volume)
    }
    guard let record = try record(volume) else { return nil }
    let folder = folder(volume)
    return Edition(
      translation.literate(try literate(volume)),
      try translation.record(record, in: listed ? nil : folder),
      in: folder, words: .in(language))
  }
}
