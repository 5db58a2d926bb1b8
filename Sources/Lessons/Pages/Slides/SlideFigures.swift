import Foundation

/// The figures of a record in the size of slides: drawn again from the figure as a value, in the folder `slides`
/// beside the record.
package struct SlideFigures {
  private let edition: Edition
  /// Where the pictures are, relative to its folder.
  private let place: String
  /// The names of the figures that are there in the size of slides.
  private let drawn: Set<String>

  /// Draws those that are not there or not of today, side by side.
  ///
  /// Slides show the picture of the page where there is no figure as a value of this version, and for want of
  /// gnuplot, of which `warn` is told once.
  /// - Throws: `FigureError`, and what `warn` throws.
  package init(
    _ edition: Edition, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    with program: Program = Program(), warn: (String) throws -> Void = { _ in }
  ) throws {
    let source = edition.folder
    let own = edition.language == .english ? "" : edition.language.rawValue + "/"
    let place = own + "slides"
    let folder = source.appending(path: place)
    let values = edition.record.figures.compactMap { figure in
      figure.file("json").map { (name: figure.name, file: $0) }
    }
    let outcomes = try SideBySide(values) { figure, _ -> Outcome in
      guard let json = try? Data(contentsOf: source.appending(path: figure.file)),
        let value = try? Figure(json: json)
      else { return .asOnPage }
      // A figure whose words have stayed English is lettered as such.
      let language = figure.file.hasPrefix(own) ? edition.language : .english
      let format = Format.slide.lettered(in: language)
      do {
        _ = try Pictures(value, named: figure.name, format: format)
          .made(in: folder, with: program)
        return .drawn(figure.name)
      } catch let error as FigureError where error.problem.isForWantOfTools {
        return .lacking(error.explanation)
      }
    }.run(threads: threads) { _ in }
    let lacking = outcomes.lazy.compactMap { if case .lacking(let tool) = $0 { tool } else { nil } }
    if let tool = lacking.first { try warn("Slides show the figures of the page: \(tool)") }
    self.edition = edition
    self.place = place
    drawn = Set(outcomes.compactMap { if case .drawn(let name) = $0 { name } else { nil } })
  }

  /// What has become of a figure.
  private enum Outcome {
    case drawn(String)
    /// Its value is not there.
    case asOnPage
    /// What to install to draw it.
    case lacking(String)
  }

  /// The picture of a figure, relative to the record's folder; nil when there is none.
  func file(_ figure: FigureOutput, _ ending: String) -> String? {
    drawn.contains(figure.name)
      ? "\(place)/\(figure.name).\(ending)" : figure.file(ending)
  }

  /// The picture of a figure as SVG; nil when there is none.
  /// - Throws: ``SourceError`` when it was there and is not now.
  func svg(_ figure: FigureOutput) throws(SourceError) -> Data? {
    guard let file = file(figure, "svg") else { return nil }
    return try edition.bytes(file)
  }
}
