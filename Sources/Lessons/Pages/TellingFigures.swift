import Foundation

/// The figures of a run: drawn, numbered, shown and kept.
extension Telling {
  /// Draws a figure, numbers it, and puts the standing notices into its caption.
  package func figure(_ name: String, _ figure: Figure) throws {
    try draw(name, figure, nil)
  }

  /// Draws a figure that moves; its still frame is what stands in the text.
  package func animation(_ name: String, _ animation: Animation) throws {
    guard animation.frames.indices.contains(animation.still) else {
      throw FigureError(figure: name, problem: .invalid("it has no still frame"))
    }
    try draw(name, animation.frames[animation.still], animation)
  }

  private func draw(_ name: String, _ figure: Figure, _ motion: Animation?) throws {
    if let other = record.figures.first(where: { $0.name == name }) {
      let problem = "its name is taken by figure \(other.number); give it another"
      throw FigureError(figure: name, problem: .invalid(problem))
    }
    if record.figures.isEmpty {
      try warn(Typeface().missing(for: String(decoding: figure.json(), as: UTF8.self)))
    }
    let drawn = try file.undisturbed { () throws(FigureError) in
      let pictures = try Pictures(figure, motion, named: name)
      do throws(FigureError) {
        return try pictures.made(in: file.folder, fresh: settings.fresh)
      } catch  where error.problem == .gnuplotMissing {
        return try pictures.keep(in: file.folder)
      }
    }
    if drawn.notDrawn {
      try warn(
        "Figures are not drawn: \(FigureError(figure: name, problem: .gnuplotMissing).explanation)")
    }
    if record.versions.gnuplot == nil { record.versions.gnuplot = Gnuplot.version() }
    let output = FigureOutput(
      number: "\(chapter.chapter).\(record.figures.count + 1)", name: name,
      title: figure.title, caption: caption([figure.caption] + drawn.notes), alt: figure.alt,
      files: drawn.files, remarks: drawn.remarks)
    let shown = try file.undisturbed {
      try translation?.pictured(output, in: file.folder) { problem in
        // Not for the record, which is English as the pictures then are.
        if !drawn.notDrawn, warnings.insert(problem).inserted {
          try printer.output(.notice(problem))
        }
      }
    }
    try printer.output(.figure(shown ?? output))
    keep(.figure(output))
    try save()
  }

  /// Says once a run what is missing to draw as asked; the run goes on.
  func warn(_ problem: String?) throws {
    if let problem, warnings.insert(problem).inserted { try put(.notice(problem)) }
  }

  /// The words under a figure or a table, with the standing notices of the run, as sentences.
  func caption(_ words: [String]) -> String {
    (words + record.notices).filter { !$0.isEmpty }
      .map { Sentences.isClosed($0) || $0.hasSuffix(":") ? $0 : $0 + "." }.joined(separator: " ")
  }
}
