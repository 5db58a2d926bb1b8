import Foundation

/// The folder `figures` of the output: every figure in every size, on light and on dark paper, as SVG, PNG and
/// PDF. A figure has a folder of its own, `chapter-2/2-3-wells`, in which each file says what it is:
/// `2-3-wells-slide-dark.png`.
package struct LectureFolder: Sendable {
  package let folder: URL
  /// What the pictures are made of besides the figures: the code that draws, the formats, and gnuplot.
  private let hand: String

  /// - Parameter sources: the folders of the code that draws.
  package init(_ folder: URL, sources: [URL], gnuplot: String?) {
    self.folder = folder
    let code = sources.flatMap { source in
      (FileManager.default.enumerator(atPath: source.path) ?? .init())
        .compactMap { $0 as? String }.sorted()
        .map {
          "\($0) " + SHA256.hex(of: (try? Data(contentsOf: source.appending(path: $0))) ?? Data())
        }
    }
    hand = SHA256.hex(
      of: (code + Format.forLectures.map { "\($0)" } + [gnuplot ?? ""]).joined(separator: "\n"))
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
    let (still, frames) = try figure.values()
    let hash = SHA256.hex(
      of: [hand, SHA256.hex(of: still), SHA256.hex(of: frames ?? Data())].joined())
    if isMade(place, hash) { return false }
    let files = try Gnuplot.album(
      value(of: figure) { try Figure(json: still) },
      frames.map { frames in try value(of: figure) { try Animation(json: frames) } },
      named: figure.stem, in: place)
    try Data(([hash] + files).joined(separator: "\n").utf8)
      .write(to: place.appending(path: Self.mark), options: .atomic)
    return true
  }

  /// The pictures of `figure` that are there, by their names.
  package func files(of figure: LectureFigure) -> [String] {
    made(folder.appending(path: place(of: figure))).map { Array($0.dropFirst()) } ?? []
  }

  /// Removes the folders of figures that a chapter no longer has: those that carry our mark, and no others.
  package func removeAll(of chapter: String, but figures: [LectureFigure]) throws {
    let kept = Set(figures.map(\.stem))
    let chapter = folder.appending(path: chapter)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: chapter.path)) ?? []
    for name in names where !kept.contains(name) && made(chapter.appending(path: name)) != nil {
      try FileManager.default.removeItem(at: chapter.appending(path: name))
    }
  }

  /// In a figure's folder: the hash of what its pictures were made of, and their names.
  private static let mark = ".made"

  private func made(_ place: URL) -> [String]? {
    (try? String(contentsOf: place.appending(path: Self.mark), encoding: .utf8))
      .map { $0.split(separator: "\n").map(String.init) }
  }

  private func isMade(_ place: URL, _ hash: String) -> Bool {
    guard let made = made(place), made.first == hash else { return false }
    return made.dropFirst().allSatisfy {
      FileManager.default.fileExists(atPath: place.appending(path: $0).path)
    }
  }

  private func value<Value>(of figure: LectureFigure, _ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch {
      throw SourceError(
        file: "\(figure.origin.lastPathComponent)/\(figure.output.name).json", line: nil,
        problem:
          "is no figure of this version; make \(figure.origin.lastPathComponent) writes a new one")
    }
  }
}
