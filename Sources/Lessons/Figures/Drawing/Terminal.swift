extension Script {
  /// A kind of picture, and gnuplot's terminal for it.
  enum Kind: Equatable {
    case svg, png, pdf
    /// Characters for a glance in a terminal.
    case text
    /// A moving picture that shows each scene for `delay` seconds.
    case gif(delay: Double)

    /// The kinds in which a figure is drawn in `format`.
    static func stills(on format: Format) -> [Kind] {
      format.name == Format.terminalName ? [.text] : [.svg, .png, .pdf]
    }

    var ending: String {
      switch self {
      case .svg: "svg"
      case .png: "png"
      case .pdf: "pdf"
      case .text: "txt"
      case .gif: "gif"
      }
    }
  }

  /// The commands that choose the terminal. All have the same layout: lengths are shares of the sheet, and
  /// type, lines and points are scaled with it.
  func terminal(_ kind: Kind) -> String {
    let (width, height) = (canvas.width, canvas.height)
    let paper = "background rgb '\(canvas.theme.paper.hex)'"
    let font = "noenhanced font '\(canvas.format.font),\(Canvas.short(canvas.em))'"
    func size(_ scale: Double) -> String {
      "\(Int((width * scale).rounded())),\(Int((height * scale).rounded()))"
    }
    let scale = canvas.format.resolution
    return switch kind {
    case .svg:
      // Its fonts have no bold of their own: the attribute rides on the name. Its points are larger.
      "set term svg size \(size(1)) \(font) \(paper); "
        + "bold = '\(canvas.format.font)\" font-weight=\"bold'; dot = 0.75"
    case .png:
      // Cairo counts type in points, 1/72 inch, where a CSS pixel is 1/96 inch.
      "set term pngcairo size \(size(scale)) \(font) fontscale \(Canvas.short(0.75 * scale)) "
        + "linewidth \(Canvas.short(scale)) pointscale \(Canvas.short(1.15 * scale)) "
        + "dashlength \(Canvas.short(scale)) \(paper)"
    case .pdf:
      "set term pdfcairo size \(Canvas.short(width / 96))in,\(Canvas.short(height / 96))in \(font) "
        + "fontscale 0.5625 linewidth 1.5 pointscale 0.86 dashlength 1 \(paper)"
    case .gif(let delay):
      // Its lines have no grey edges: one and a half pixels for each of the sheet hide the steps.
      "set term gif animate delay \(Int((delay * 100).rounded())) loop 0 size \(size(Self.gifScale)) "
        + "\(font) fontscale \(Canvas.short(0.75 * Self.gifScale)) "
        + "linewidth \(Canvas.short(Self.gifScale)) dashlength \(Canvas.short(Self.gifScale)) \(paper); "
        + "dot = \(Canvas.short(1.15 * Self.gifScale))"
    case .text: "set term dumb size \(size(1)) noenhanced mono"
    }
  }

  /// Pixels of a moving picture for each pixel of the canvas.
  static let gifScale = 1.5
}
