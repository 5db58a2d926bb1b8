extension Script {
  /// Draws a panel: its frame and words, then its marks, filled ones first.
  mutating func draw(_ plan: PanelPlan, in frame: Box) {
    let x = Scale(
      range: plan.xRange, isLogarithmic: plan.panel.x.isLogarithmic, from: frame.left,
      to: frame.right)
    var y = Scale(
      range: plan.yRange, isLogarithmic: plan.panel.y.isLogarithmic, from: frame.bottom,
      to: frame.top)
    // Rows of a matrix are counted from the top.
    let isUpsideDown = plan.panel.marks.contains { if case .heatmap = $0 { true } else { false } }
    if isUpsideDown { (y.from, y.to) = (y.to, y.from) }
    axes(plan, frame, x, y, isUpsideDown: isUpsideDown)
    words(plan, frame, x, y)
    if let bar = plan.colourBar { colourBar(bar, beside: frame) }
    let kinds = Kinds(plan.panel.marks)
    var place = Placement(frame: frame, canvas: canvas, isOverColours: kinds.hasField)
    place.keepClear(plan.panel.marks, x, y)
    if kinds.hasField {
      settings.append(
        "set style textbox opaque fillcolor rgb '\(canvas.theme.paper.hex)' noborder margins 0.5,0.4"
      )
    }
    for mark in plan.panel.marks {
      drawBehind(mark, frame, x, y, hasBars: kinds.hasBars)
    }
    for mark in plan.panel.marks { draw(mark, frame, x, y, &place) }
    ends(plan, frame, x, y, &place)
  }

  private mutating func axes(
    _ plan: PanelPlan, _ frame: Box, _ x: Scale, _ y: Scale, isUpsideDown: Bool
  ) {
    let (width, height, muted) = (canvas.width, canvas.height, canvas.theme.muted.hex)
    settings += [
      "set lmargin at screen \(Canvas.short(frame.left / width))",
      "set rmargin at screen \(Canvas.short(frame.right / width))",
      "set bmargin at screen \(Canvas.short(frame.bottom / height))",
      "set tmargin at screen \(Canvas.short(frame.top / height))",
      "unset key",
      "set xrange [\(x.range.lowerBound):\(x.range.upperBound)] noextend",
      isUpsideDown
        ? "set yrange [\(y.range.upperBound):\(y.range.lowerBound)] noextend"
        : "set yrange [\(y.range.lowerBound):\(y.range.upperBound)] noextend",
    ]
    if x.isLogarithmic { settings.append("set logscale x") }
    if y.isLogarithmic { settings.append("set logscale y") }
    let kinds = Kinds(plan.panel.marks)
    let sides =
      kinds.fillsY ? 0 : (plan.panel.x.isHidden ? 0 : 1) + (plan.panel.y.isHidden ? 0 : 2)
    settings.append(
      "set border \(sides) lc rgb '\(muted)' lw \(Canvas.short(canvas.weight))")
    settings.append("set tics nomirror out scale \(kinds.fillsY || canvas.isTerminal ? 0 : 0.5)")
    ticks("x", plan.xTicks)
    ticks("y", plan.yTicks)
    if !kinds.fillsY, !canvas.isTerminal {
      let lines = (kinds.columnNames == nil ? "xtics " : "noxtics ") + "ytics"
      settings.append(
        "set grid \(lines) back lc rgb '\(canvas.theme.grid.hex)' lw "
          + "\(Canvas.short(0.8 * canvas.weight)) dt solid")
    }
    if kinds.hasBars, plan.yRange.lowerBound < 0, plan.yRange.contains(0) {
      stroke(frame.left, y(0), frame.right, y(0), colour: canvas.theme.muted)
    }
  }

  /// Ticks without words, which stand around the frame as labels.
  private mutating func ticks(_ axis: String, _ row: TickRow) {
    let places = row.values.map { "'' \($0)" }.joined(separator: ", ")
    settings.append(row.values.isEmpty ? "unset \(axis)tics" : "set \(axis)tics (\(places))")
  }
}
