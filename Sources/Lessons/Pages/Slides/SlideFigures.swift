import Foundation

/// The figures of a record in the size of slides: drawn again from the figure as a value, in the folder `slides`
/// beside the record.
package struct SlideFigures {
  private let folder: URL
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
    let folder = source.appending(path: "slides")
    let names = edition.record.figures.filter { $0.files.contains("\($0.name).json") }.map(\.name)
    if !names.isEmpty {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    _ = try SideBySide(names) { name, _ in
      let value = try Data(contentsOf: source.appending(path: "\(name).json"))
      if (try? Data(contentsOf: folder.appending(path: "\(name).json"))) == value { return }
      try Gnuplot.render(Figure(json: value), named: name, in: folder, format: .slide)
    }.run(threads: threads) { _ in }
    self.folder = source
    drawn = Set(names)
  }

  /// The picture of a figure, relative to the record's folder.
  func file(_ figure: FigureOutput, _ ending: String) -> String {
    (drawn.contains(figure.name) ? "slides/" : "") + "\(figure.name).\(ending)"
  }

  /// The picture of a figure as SVG.
  func svg(_ figure: FigureOutput) throws -> Data {
    try Data(contentsOf: folder.appending(path: file(figure, "svg")))
  }
}
