extension Script {
  /// The commands of the present panel: a clean slate, its settings, its plot.
  func panel(number: Int, of count: Int) -> [String] {
    var lines = count > 1 ? ["# panel \(number)"] : []
    lines += ["reset"] + settings
    // Bands first, so that none lies over a curve: a moving picture knows no transparency.
    let isBand = { (plot: String) in plot.contains(" with filledcurves ") }
    let sorted = plots.filter(isBand) + plots.filter { !isBand($0) }
    let plot = sorted.isEmpty ? ["NaN notitle"] : sorted
    for (i, element) in plot.enumerated() {
      lines.append((i == 0 ? "plot " : "     ") + element + (i < plot.count - 1 ? ", \\" : ""))
    }
    return lines
  }

  /// The whole script, which draws `scenes`, each a list of panels. Run alone it reads itself once for each
  /// kind of picture, then says that the end was reached.
  func text(_ scenes: [[[String]]], title: String, kinds: [Kind]) -> String {
    let body = scenes.flatMap { panels in
      panels.count > 1
        ? ["set multiplot"] + panels.joined() + ["unset multiplot"] : Array(panels.joined())
    }
    var lines = [
      "# \"\(title)\"",
      "# gnuplot -d \(names.script).gp   draws "
        + kinds.map { "\(names.picture).\($0.ending)" }.joined(separator: ", ")
        + " from \(names.data).dat",
      "if (!exists('kind')) {",
    ]
    lines += kinds.map { "  kind = '\($0.ending)'; load '\(names.script).gp'" }
    lines += ["  set print '-'", "  print '\(Self.sentinel) ', GPVAL_ERRNO", "  exit", "}"]
    lines += ["set encoding utf8", "quote = \"'\"; bold = '\(canvas.format.font):Bold'; dot = 1"]
    lines += kinds.map { "if (kind eq '\($0.ending)') { \(terminal($0)) }" }
    lines += ["set output '\(names.picture).'.kind"] + body + ["set output"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Printed as the last act of every script; without it the script was cut short.
  static let sentinel = "FIGURE-OK"
}
