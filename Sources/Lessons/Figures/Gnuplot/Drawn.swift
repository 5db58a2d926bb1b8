import Foundation

extension Gnuplot {
  /// Leaves a figure, and how it moves if it does, in `folder`: as it is there already, unless `fresh` is set;
  /// else drawn; without gnuplot as values alone, to be drawn later.
  /// - Throws: `FigureError`, as `render` does.
  static func leave(
    _ figure: Figure, _ motion: Animation?, named name: String, in folder: URL, fresh: Bool
  ) throws(FigureError) -> RenderedFigure {
    do throws(FigureError) {
      if let motion { return try render(motion, named: name, in: folder) }
      if !fresh, let found = drawn(figure, named: name, in: folder) { return found }
      return try render(figure, named: name, in: folder)
    } catch  where error.problem == .gnuplotMissing {
      return try keep(figure, motion, named: name, in: folder)
    }
  }

  /// The figure as it is in `folder` already, if it is this very drawing: script, data and value are what they
  /// would be, the pictures are whole, and none is older than gnuplot or than this program, which both have a
  /// hand in them.
  package static func drawn(
    _ figure: Figure, named name: String, in folder: URL, format: Format = .page
  ) -> RenderedFigure? {
    let makers = [Program().executable?.resolvingSymlinksInPath(), Bundle.main.executableURL]
    let changed = makers.compactMap { $0.flatMap(date) }
    let drawing = Drawing(figure, named: Names(name), format: format)
    func bytes(_ ending: String) -> Data {
      (try? Data(contentsOf: folder.appending(path: "\(name).\(ending)"))) ?? Data()
    }
    let (width, height) = (drawing.canvas.width, drawing.canvas.height)
    guard changed.count == makers.count, let json = try? figure.json(),
      bytes("gp") == Data(drawing.script.utf8), bytes("dat") == Data(drawing.data.utf8),
      bytes("json") == json, drawing.images.isEmpty || bytes("bin") == drawing.images,
      Picture.problem(pdf: bytes("pdf")) == nil,
      Picture.problem(svg: bytes("svg"), plots: drawing.plots) == nil,
      Picture.problem(
        png: bytes("png"), width: Int((width * format.resolution).rounded()),
        height: Int((height * format.resolution).rounded())) == nil
    else { return nil }
    let isYoung = RenderedFigure.pictures.allSatisfy { ending in
      let drawn = date(folder.appending(path: "\(name).\(ending)")) ?? .distantPast
      return changed.allSatisfy { $0 < drawn }
    }
    return isYoung
      ? RenderedFigure(
        name: name, folder: folder, figure: figure, notes: drawing.notes,
        files: drawing.files + ["\(name).json"]) : nil
  }

  private static func date(_ file: URL) -> Date? {
    (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate
  }
}
