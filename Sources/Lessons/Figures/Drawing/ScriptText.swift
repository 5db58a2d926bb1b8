extension Script {
  /// The commands of the present panel: a clean slate, its settings, its plot.
  func panel(number: Int, of count: Int) -> [String] {
    var lines = count > 1 ? ["# panel \(number)"] : []
    lines += ["reset"] + settings
    let plot = plots.isEmpty ? ["NaN notitle"] : plots
    for (i, element) in plot.enumerated() {
      lines.append((i == 0 ? "plot " : "     ") + element + (i < plot.count - 1 ? ", \\" : ""))
    }
    return lines
  }

  /// The whole script. Run alone it reads itself once for each kind of picture, then says that the
  /// end was reached.
  func text(_ panels: [[String]], title: String) -> String {
    var body = panels.flatMap { $0 }
    if panels.count > 1 { body = ["set multiplot"] + body + ["unset multiplot"] }
    let kinds = canvas.isTerminal ? ["txt"] : ["svg", "png", "pdf"]
    var lines = [
      "# \"\(title.onOneLine)\"",
      "# gnuplot -d \(name).gp   draws \(name).svg, .png and .pdf from \(name).dat",
      "if (!exists('kind')) {",
    ]
    lines += kinds.map { "  kind = '\($0)'; load '\(name).gp'" }
    lines += ["  set print '-'", "  print '\(Self.sentinel) ', GPVAL_ERRNO", "  exit", "}"]
    lines += ["set encoding utf8", "quote = \"'\"; bold = '\(canvas.format.font):Bold'; dot = 1"]
    lines += kinds.map { "if (kind eq '\($0)') { \(terminal($0)) }" }
    lines += ["set output '\(name).'.kind"] + body + ["set output"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Printed as the last act of every script; without it the script was cut short.
  static let sentinel = "FIGURE-OK"

  /// gnuplot's terminal for one kind of picture. All have the same layout: lengths are shares of the
  /// sheet, and type, lines and points are scaled with it.
  private func terminal(_ kind: String) -> String {
    let (width, height) = (canvas.width, canvas.height)
    let paper = "background rgb '\(canvas.theme.paper.hex)'"
    let font = "noenhanced font '\(canvas.format.font),\(Canvas.short(canvas.em))'"
    func size(_ scale: Double) -> String {
      "\(Int((width * scale).rounded())),\(Int((height * scale).rounded()))"
    }
    let scale = canvas.format.resolution
    return switch kind {
    case "svg":
      // Its fonts have no bold of their own: the attribute rides on the name. Its points are larger.
      "set term svg size \(size(1)) \(font) \(paper); "
        + "bold = '\(canvas.format.font)\" font-weight=\"bold'; dot = 0.75"
    case "png":
      // Cairo counts type in points, 1/72 inch, where a CSS pixel is 1/96 inch.
      "set term pngcairo size \(size(scale)) \(font) fontscale \(Canvas.short(0.75 * scale)) "
        + "linewidth \(Canvas.short(scale)) pointscale \(Canvas.short(1.15 * scale)) "
        + "dashlength \(Canvas.short(scale)) \(paper)"
    case "pdf":
      "set term pdfcairo size \(Canvas.short(width / 96))in,\(Canvas.short(height / 96))in \(font) "
        + "fontscale 0.5625 linewidth 1.5 pointscale 0.86 dashlength 1 \(paper)"
    default: "set term dumb size \(size(1)) noenhanced mono"
    }
  }
}
