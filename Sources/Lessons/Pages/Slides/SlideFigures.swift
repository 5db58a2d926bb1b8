import Foundation

/// The figures of a record in the size of slides: drawn again from the figure as a value, in the folder `slides`
/// beside the record.
package struct SlideFigures {
  private let folder: URL
  /// Where the pictures are, relative to it.
  private let place: String
  /// The names of the figures that are there in the size of slides.
  private let drawn: Set<String>

  /// Draws those that are not there yet or have changed, side by side.
  ///
  /// A record of an older version has no figures as values; their slides show the picture of the page.
  /// - Throws: `FigureError`, or an error of the file system.
  package init(_ edition: Edition, threads: Int = ProcessInfo.processInfo.activeProcessorCount)
    throws
  {
    let source = edition.folder
    let place = (edition.language == .english ? "" : edition.language.rawValue + "/") + "slides"
    let folder = source.appending(path: place)
    let format = Format.slide.lettered(in: edition.language)
    let values = edition.record.figures.compactMap { figure in
      figure.file("json").map { (name: figure.name, file: $0) }
    }
    if !values.isEmpty {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    _ = try SideBySide(values) { figure, _ in
      let value = try Data(contentsOf: source.appending(path: figure.file))
      let before = folder.appending(path: "\(figure.name).json")
      if (try? Data(contentsOf: before)) == value { return }
      try Gnuplot.render(Figure(json: value), named: figure.name, in: folder, format: format)
    }.run(threads: threads) { _ in }
    self.folder = source
    self.place = place
    drawn = Set(values.map(\.name))
  }

  /// The picture of a figure, relative to the record's folder.
  func file(_ figure: FigureOutput, _ ending: String) -> String {
    drawn.contains(figure.name)
      ? "\(place)/\(figure.name).\(ending)"
      : figure.file(ending) ?? "\(figure.name).\(ending)"
  }

  /// The picture of a figure as SVG.
  func svg(_ figure: FigureOutput) throws -> Data {
    try Data(contentsOf: folder.appending(path: file(figure, "svg")))
  }
}
