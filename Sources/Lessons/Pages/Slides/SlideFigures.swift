import Foundation

/// The figures of a record in the size of slides: drawn again from the figure as a value, in the folder `slides`
/// beside the record.
package struct SlideFigures {
  private let folder: URL
  /// Where the pictures are, relative to it.
  private let place: String
  /// The names of the figures that are there in the size of slides.
  private let drawn: Set<String>

  /// Draws those that are not there or not of today, side by side.
  ///
  /// Slides show the picture of the page where a record of an older version has no figure as a value, and where
  /// there is no gnuplot.
  /// - Throws: `FigureError`, or an error of the file system.
  package init(_ edition: Edition, threads: Int = ProcessInfo.processInfo.activeProcessorCount)
    throws
  {
    let source = edition.folder
    let own = edition.language == .english ? "" : edition.language.rawValue + "/"
    let place = own + "slides"
    let folder = source.appending(path: place)
    let values = edition.record.figures.compactMap { figure in
      figure.file("json").map { (name: figure.name, file: $0) }
    }
    let drawn = try SideBySide(values) { figure, _ -> String? in
      let value = try Figure(json: Data(contentsOf: source.appending(path: figure.file)))
      // A figure whose words have stayed English is lettered as such.
      let language = figure.file.hasPrefix(own) ? edition.language : .english
      let format = Format.slide.lettered(in: language)
      do {
        _ = try Pictures(value, named: figure.name, format: format).made(in: folder)
        return figure.name
      } catch let error as FigureError where error.problem.isForWantOfTools {
        return nil
      }
    }.run(threads: threads) { _ in }
    self.folder = source
    self.place = place
    self.drawn = Set(drawn.compactMap(\.self))
  }

  /// The picture of a figure, relative to the record's folder; nil when there is none.
  func file(_ figure: FigureOutput, _ ending: String) -> String? {
    drawn.contains(figure.name)
      ? "\(place)/\(figure.name).\(ending)" : figure.file(ending)
  }

  /// The picture of a figure as SVG; nil when there is none.
  func svg(_ figure: FigureOutput) throws -> Data? {
    try file(figure, "svg").map { try Data(contentsOf: folder.appending(path: $0)) }
  }
}
