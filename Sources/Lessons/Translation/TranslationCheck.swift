import Foundation

/// What a translation lacks, as messages with file and line.
package struct TranslationCheck {
  private let translation: Translation

  package init(_ translation: Translation) { self.translation = translation }

  /// Each missing, stale, superfluous or mistaken passage of the chapter's own file; none when it has no file.
  package func complaints(about chapter: Literate) -> [SourceError] {
    guard translation.coversChapter, let file = translation.files.first else { return [] }
    var found: [SourceError] = []
    func complain(_ line: Int?, _ problem: String, in name: String? = nil) {
      found.append(SourceError(file: name ?? file.name, line: line, problem: problem))
    }
    let ids = Set(chapter.cells.map(\.id))
    for passage in file.passages where !ids.contains(passage.cell) {
      complain(passage.line, "superfluous: \(chapter.source) has no cell \"\(passage.cell)\"")
    }
    for cell in chapter.cells {
      let own = file.passages.filter { $0.cell == cell.id }
      let matched = CellTranslation(cell.blocks, own)
      for pair in matched.pairs {
        let place = "\(chapter.source):\(pair.original.line ?? cell.line)"
        let now = "<!-- cell \(cell.id) \(pair.fingerprint) -->"
        guard let passage = pair.passage else {
          complain(nil, "missing: \(place) has no translation; it goes under \(now)")
          continue
        }
        if passage.fingerprint == nil {
          complain(passage.line, "a draft: of \(place) it would be \(now)")
        } else if !pair.isCurrent {
          complain(passage.line, "stale: \(place) has changed; when this says the same: \(now)")
        } else if passage.block.standing(for: pair.original) == nil {
          complain(passage.line, "is of another kind than \(place), a question or plain prose")
        }
      }
      for passage in matched.superfluous {
        complain(passage.line, "superfluous: cell \"\(cell.id)\" has fewer blocks of prose")
      }
    }
    return found.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
  }

  /// Entries that say what another one has said before them, in their own file or in the book's.
  package var repetitions: [SourceError] {
    var places: [TextPattern: Phrasebook.Entry] = [:]
    // The book's own first: a chapter may say otherwise, and need not say the same.
    return translation.files.reversed().flatMap(\.entries).compactMap { entry in
      let before = places.updateValue(entry, forKey: entry.pattern)
      guard let before, before.file == entry.file || before.template == entry.template else {
        return nil
      }
      return SourceError(
        file: entry.file, line: entry.line,
        problem: "says again what stands in \(before.file):\(before.line)")
    }
  }

  /// Each text of a run that the translation does not cover, once, with the cell that puts it out. The figures
  /// are read from the `name.json` beside their pictures in `folder`.
  package func complaints(about record: Record, in folder: URL) -> [SourceError] {
    guard translation.coversChapter, let file = translation.files.first else { return [] }
    var told: Set<String> = []
    var found: [SourceError] = []
    for taken in record.cells {
      for output in taken.outputs {
        for text in translation.missing(in: output) + missing(inFigureOf: output, folder)
        where told.insert(text).inserted {
          found.append(
            SourceError(
              file: file.name, line: nil,
              problem: "cell \"\(taken.cell.id)\" puts out what no entry covers:\n- \(text)"))
        }
      }
    }
    return found
  }

  private func missing(inFigureOf output: Output, _ folder: URL) -> [String] {
    guard case .figure(let figure) = output,
      let json = try? Data(contentsOf: folder.appending(path: "\(figure.name).json")),
      let value = try? Figure(json: json)
    else { return [] }
    return translation.missing(in: value)
  }
}
