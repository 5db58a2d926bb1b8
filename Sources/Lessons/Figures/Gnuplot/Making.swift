import Foundation

extension Workshop {
  /// Opens a workshop for the figure `name` in `folder` and calls `body` with it, which publishes what it has made.
  /// When anything fails before, nothing is published.
  static func work(
    on name: String, in folder: URL, _ body: (Workshop) throws(FigureError) -> Void
  ) throws(FigureError) {
    let workshop = try Workshop(figure: name, in: folder)
    defer { workshop.remove() }
    do throws(FigureError) {
      try body(workshop)
    } catch {
      // A full disk shows as many an error; then it, and not gnuplot, is what went wrong.
      try workshop.checkRoom()
      throw error
    }
  }

  /// Writes the script and the data of `drawing`, runs it, and refuses pictures that are not whole.
  /// - Returns: gnuplot's remarks.
  func make(_ drawing: Drawing, of figure: Figure, with program: Program) throws(FigureError)
    -> [String]
  {
    let names = drawing.names
    try write(drawing.script, to: "\(names.script).gp")
    try write(drawing.data, to: "\(names.data).dat")
    if !drawing.images.isEmpty { try write(drawing.images, to: "\(names.data).bin") }
    let remarks = try program.run("\(names.script).gp", figure: self.figure, in: folder)
    do throws(FigureError) {
      for kind in drawing.kinds { try accept(kind, of: drawing) }
    } catch {
      throw error.quoting(remarks)
    }
    if drawing.kinds.contains(.svg) {
      try rewrite("\(names.picture).svg") {
        Picture.described(svg: $0, as: figure, in: drawing.canvas.format)
      }
    }
    return remarks
  }

  private func accept(_ kind: Script.Kind, of drawing: Drawing) throws(FigureError) {
    func pixels(_ scale: Double) -> (width: Int, height: Int) {
      (
        Int((drawing.canvas.width * scale).rounded()),
        Int((drawing.canvas.height * scale).rounded())
      )
    }
    try accept("\(drawing.names.picture).\(kind.ending)") { bytes in
      switch kind {
      case .png:
        let (width, height) = pixels(drawing.canvas.format.resolution)
        return Picture.problem(png: bytes, width: width, height: height)
      case .pdf: return Picture.problem(pdf: bytes)
      case .svg: return Picture.problem(svg: bytes, plots: drawing.plots)
      case .gif:
        let (width, height) = pixels(Script.gifScale)
        return Picture.problem(gif: bytes, width: width, height: height, frames: drawing.scenes)
      case .text: return nil
      }
    }
  }
}
