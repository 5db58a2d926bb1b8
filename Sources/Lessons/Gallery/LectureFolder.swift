import Foundation

/// The folder `figures` of the output: every figure in every size, on light and on dark paper, as SVG, PNG and
/// PDF. A figure has a folder of its own, `chapter-2/2-3-wells`, in which each file says what it is:
/// `2-3-wells-slide-dark.png`.
package struct LectureFolder: Sendable {
  package let folder: URL
  /// What reads the figures in another language, a translation for each chapter's folder; English without one.
  private let translations: [String: Translation]

  package init(_ folder: URL, translations: [String: Translation] = [:]) {
    self.folder = folder
    self.translations = translations
  }

  /// Where the pictures of `figure` are, and how the gallery links to them.
  package func place(of figure: LectureFigure) -> String {
    "\(figure.origin.lastPathComponent)/\(figure.stem)"
  }

  /// Draws `figure`, unless its pictures are there and are of today. Returns whether it was drawn.
  /// - Throws: ``SourceError`` when its value is not there or cannot be read, ``FigureError`` when it cannot be
  ///   drawn.
  package func draw(_ figure: LectureFigure) throws -> Bool {
    let place = folder.appending(path: place(of: figure))
    let pictures = try pictures(of: figure)
    if pictures.found(in: place) != nil { return false }
    _ = try pictures.draw(in: place)
    return true
  }

  private func pictures(of figure: LectureFigure) throws -> Pictures {
    let (still, frames) = try figure.values()
    let name = figure.output.name
    let value = try value(of: figure, "\(name).json") { try Figure(json: still) }
    let motion = try frames.map { frames in
      try self.value(of: figure, "\(name).frames.json") { try Animation(json: frames) }
    }
    let translation = translations[figure.origin.lastPathComponent]
    return try Pictures(
      album: translation?.figure(value) ?? value,
      translation.map { translation in motion.map(translation.animation) } ?? motion,
      named: figure.stem,
      formats: Format.forLectures.map { $0.lettered(in: translation?.language ?? .english) })
  }

  /// The pictures of `figure` and what makes them, by their names; none unless they are of today, since the words
  /// beside them are.
  package func files(of figure: LectureFigure) -> [String] {
    let place = folder.appending(path: place(of: figure))
    return (try? pictures(of: figure))?.found(in: place)?.files.sorted() ?? []
  }

  /// Removes the folders of figures that a chapter no longer has: those that carry our mark, and no others.
  package func removeAll(of chapter: String, but figures: [LectureFigure]) throws {
    let kept = Set(figures.map(\.stem))
    let chapter = folder.appending(path: chapter)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: chapter.path)) ?? []
    for name in names where !kept.contains(name) {
      let place = chapter.appending(path: name)
      if Imprint(of: name, in: place) != nil { try FileManager.default.removeItem(at: place) }
    }
  }

  private func value<Value>(
    of figure: LectureFigure, _ file: String, _ read: () throws -> Value
  ) throws -> Value {
    do {
      return try read()
    } catch {
      throw SourceError(
        file: "\(figure.origin.lastPathComponent)/\(file)", line: nil,
        problem:
          "is no figure of this version; make \(figure.origin.lastPathComponent) writes a new one")
    }
  }
}
