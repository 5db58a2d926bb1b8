import Foundation

/// Draws figures with gnuplot, as a process of its own that runs a saved script.
public enum Gnuplot {
  /// Draws `figure` into `folder` as `name.svg`, `.png` and `.pdf`, with the script and the data that
  /// make them beside; `gnuplot -d name.gp` there makes them again. The value itself goes to
  /// `name.json`, from which ``Figure/init(json:)`` reads it to be drawn in another format.
  ///
  /// Everything is made in a hidden folder within `folder` and renamed into place once all of it is
  /// whole, so a failure leaves the earlier pictures as they were and nothing else. A picture made
  /// again by hand is the same drawing; only the words for screen readers, which gnuplot cannot
  /// write into an SVG, are added here.
  /// - Parameter name: The file stem: lower-case letters, digits and hyphens.
  /// - Throws: `FigureError`, which names the figure and quotes gnuplot.
  @discardableResult
  public static func render(
    _ figure: Figure, named name: String, in folder: URL, format: Format = .page
  ) throws(FigureError) -> RenderedFigure {
    try render(figure, named: name, in: folder, format: format, with: Program())
  }

  /// The same with a given program and patience.
  @discardableResult
  package static func render(
    _ figure: Figure, named name: String, in folder: URL, format: Format, with program: Program
  ) throws(FigureError) -> RenderedFigure {
    try Pictures(figure, named: name, format: format).draw(in: folder, with: program)
  }

  /// Draws `animation` as `name.gif` beside its still frame, which is drawn as any figure. The script and
  /// the data of the moving picture are `name.frames.gp` and `.dat`, its value is `name.frames.json`.
  /// - Throws: `FigureError`, as for a figure, and when the frames do not belong together.
  @discardableResult
  public static func render(
    _ animation: Animation, named name: String, in folder: URL, format: Format = .page
  ) throws(FigureError) -> RenderedFigure {
    try Pictures(animation, named: name, format: format).draw(in: folder)
  }

  /// The gnuplot script that draws `figure`: a pure function of its arguments. It reads `name.dat`
  /// beside it and writes `name.svg`, `name.png` and `name.pdf`.
  public static func script(
    for figure: Figure, named name: String = "figure", format: Format = .page
  ) -> String {
    Drawing(figure, named: Names(name), format: format).script
  }

  /// The script that draws `animation` as `name.gif` from `name.dat`.
  package static func script(
    for animation: Animation, named name: String = "figure", format: Format = .page
  ) -> String {
    Drawing(animation, named: Names(name), format: format).script
  }

  /// The data file that `script` reads, the same in every format.
  public static func data(for figure: Figure, named name: String = "figure") -> String {
    Drawing(figure, named: Names(name), format: .page).data
  }

  /// A glance at `figure` in characters, for a terminal of `width` × `height`.
  /// - Throws: `FigureError`, as `render` does.
  public static func preview(
    _ figure: Figure, width: Int = 76, height: Int = 20
  ) throws(FigureError) -> String {
    try check(figure, named: "preview")
    let format = Format.terminal(width: max(width, 20), height: max(height, 8))
    let drawing = Drawing(figure, named: Names("preview"), format: format)
    let workshop = try Workshop(figure: "preview", in: FileManager.default.temporaryDirectory)
    defer { workshop.remove() }
    try workshop.write(drawing.script, to: "preview.gp")
    try workshop.write(drawing.data, to: "preview.dat")
    _ = try Program().run("preview.gp", figure: "preview", in: workshop.folder)
    let text = try workshop.read("preview.txt")
    let lines = String(decoding: text, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.replacing("\u{0C}", with: "").trimmingSuffix(while: \.isWhitespace) }
    return lines.drop(while: \.isEmpty).joined(separator: "\n").trimmingSuffix(while: \.isNewline)
      + "\n"
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, isUnwanted(self[index(before: end)]) { end = index(before: end) }
    return String(self[startIndex..<end])
  }
}
