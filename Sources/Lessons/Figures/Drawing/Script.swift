/// A gnuplot script in the making: settings and the elements of one plot command, with the data
/// they read.
struct Script {
  let names: Names
  let canvas: Canvas
  /// `set` commands of the present panel.
  var settings: [String] = []
  /// Elements of the present panel's `plot`.
  var plots: [String] = []
  var data = DataFile()
  /// gnuplot's tags: a label, arrow or object of the same tag replaces the earlier one.
  private var tag = 0

  init(names: Names, canvas: Canvas) {
    self.names = names
    self.canvas = canvas
  }

  /// Begins a panel: the script resets gnuplot there.
  mutating func begin() {
    settings = []
    plots = []
    tag = 0
  }

  enum Align: String { case left, center, right }

  /// Words in one line about the height `y`.
  mutating func label(
    _ text: String, _ x: Double, _ y: Double, align: Align = .left, size: Double = 1,
    bold: Bool = false, colour: Colour? = nil, angle: Int = 0, boxed: Bool = false
  ) {
    tag += 1
    var line = "set label \(tag) \(text.quoted) at \(canvas.screen(x, y)) \(align.rawValue)"
    if angle != 0 { line += " rotate by \(angle)" }
    if boxed { line += " boxed" }
    line += " font \(font(size, bold: bold)) tc rgb '\((colour ?? canvas.theme.ink).hex)' front"
    settings.append(line)
  }

  /// Lines of words, the first at the height `top`, which is its upper edge.
  mutating func lines(
    _ lines: [String], _ x: Double, top: Double, align: Align = .left, size: Double = 1,
    bold: Bool = false, colour: Colour? = nil, leading: Double? = nil
  ) {
    for (i, text) in lines.enumerated() {
      let y = top - (leading ?? canvas.leading(size)) * (Double(i) + 0.5)
      label(text, x, y, align: align, size: size, bold: bold, colour: colour)
    }
  }

  /// A stroke between two places of the canvas.
  mutating func stroke(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, colour: Colour, width: Double = 1,
    dash: Dash = .solid, head: Bool = false, front: Bool = false
  ) {
    tag += 1
    settings.append(
      "set arrow \(tag) from \(canvas.screen(x0, y0)) to \(canvas.screen(x1, y1)) "
        + (head
          ? "filled size screen \(Canvas.short(0.8 * canvas.em / canvas.width)),20" : "nohead")
        + " lc rgb '\(colour.hex)' lw \(Canvas.short(width * canvas.weight)) \(dash.gnuplot) "
        + (front ? "front" : "back"))
  }

  /// A filled rectangle behind everything.
  mutating func rectangle(_ box: Box, colour: Colour) {
    tag += 1
    settings.append(
      "set object \(tag) rectangle from \(canvas.screen(box.left, box.bottom)) to "
        + "\(canvas.screen(box.right, box.top)) fc rgb '\(colour.hex)' fs solid 1 noborder behind")
  }

  /// A marker at a place of the canvas.
  mutating func point(_ style: SeriesStyle, _ x: Double, _ y: Double) {
    tag += 1
    settings.append(
      "set label \(tag) '' at \(canvas.screen(x, y)) point "
        + "\(style.marker.gnuplot(weight: canvas.weight)) lc rgb '\(canvas.theme.mark(style.colour).hex)' front"
    )
  }

  /// An element of the plot command that reads block `block` of the data file.
  mutating func plot(_ block: Int, _ how: String) {
    plots.append("'\(names.data).dat' index \(block) \(how) notitle")
  }

  /// An element that reads an image of `width` × `height` bytes, `offset` bytes into the image file,
  /// and fills `box` with it.
  mutating func plot(image width: Int, _ height: Int, at offset: Int, in box: Box) {
    let (dx, dy) = (box.width / Double(width), box.height / Double(height))
    plots.append(
      "'\(names.data).bin' binary array=(\(width),\(height)) skip=\(offset) format='%uchar' flipy "
        + "origin=(\(Canvas.short(box.left + dx / 2)),\(Canvas.short(box.bottom + dy / 2))) "
        + "dx=\(Canvas.short(dx)) dy=\(Canvas.short(dy)) using 1 with image notitle")
  }

  /// A font in type `size` times the ordinary; `bold` is a variable that each kind of picture sets.
  func font(_ size: Double, bold: Bool = false) -> String {
    // Below three pixels Pango finds no metrics.
    let points = Canvas.short(max((canvas.em * size * 10).rounded() / 10, 3))
    return bold ? "bold.',\(points)'" : "'\(canvas.format.font),\(points)'"
  }
}

extension Dash {
  /// The dash type; lengths are multiples of the line's width.
  var gnuplot: String {
    switch self {
    case .solid: "dt solid"
    case .dashed: "dt (9,4)"
    case .dotted: "dt (2,3)"
    case .dashDot: "dt (9,3,2,3)"
    case .dashDotDot: "dt (9,3,2,3,2,3)"
    }
  }
}

extension Marker {
  /// Point type and size; shapes of equal size look equally heavy.
  func gnuplot(weight: Double) -> String {
    let (type, size): (Int, Double) =
      switch self {
      case .none: (-1, 0)
      case .circle: (7, 0.8)
      case .square: (5, 0.75)
      case .triangle: (9, 1)
      case .diamond: (13, 1.1)
      case .downTriangle: (11, 1)
      case .openCircle: (6, 0.85)
      case .openSquare: (4, 0.8)
      case .openTriangle: (8, 1)
      case .openDiamond: (12, 1.1)
      case .openDownTriangle: (10, 1)
      case .cross: (2, 0.8)
      case .plus: (1, 0.8)
      }
    return "pt \(type) ps \(Canvas.short(size * weight))*dot"
  }
}
