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
    for case .arrow(let arrow) in plan.panel.marks {
      place.keepClear(from: (x(arrow.from.x), y(arrow.from.y)), to: (x(arrow.to.x), y(arrow.to.y)))
    }
    if kinds.hasField {
      settings.append("set style textbox opaque fillcolor rgb '#FFFFFF' noborder margins 0.5,0.4")
    }
    for mark in plan.panel.marks {
      drawBehind(mark, frame, x, y, hasBars: kinds.hasBars)
    }
    for mark in plan.panel.marks { draw(mark, frame, x, y, &place) }
    ends(plan, frame, x, y)
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
    ticks("x", plan.xTicks, isHidden: plan.panel.x.isHidden)
    ticks("y", plan.yTicks, isHidden: plan.panel.y.isHidden)
    if !kinds.fillsY, !canvas.isTerminal {
      let lines = (kinds.columnNames == nil ? "xtics " : "noxtics ") + "ytics"
      settings.append(
        "set grid \(lines) back lc rgb '\(canvas.theme.grid.hex)' lw "
          + "\(Canvas.short(0.8 * canvas.weight)) dt solid")
    }
    if !plan.panel.x.isHidden, !plan.panel.y.isHidden, plan.yRange.contains(0),
      plan.yRange.lowerBound < 0,
      kinds.columnNames != nil, !kinds.fillsY
    {
      stroke(frame.left, y(0), frame.right, y(0), colour: canvas.theme.muted)
    }
  }

  private mutating func ticks(_ axis: String, _ row: PanelPlan.TickRow, isHidden: Bool) {
    guard !isHidden, !row.values.isEmpty else {
      settings.append("unset \(axis)tics")
      return
    }
    let ticks = zip(row.texts, row.values).map { text, value in
      "\(row.areNames ? "''" : text.quoted) \(value)"
    }
    settings.append(
      "set \(axis)tics (\(ticks.joined(separator: ", "))) font \(font(0.9)) "
        + "tc rgb '\(canvas.theme.ink.hex)'")
    if canvas.isTerminal { return }
    settings.append("set \(axis)tics offset \(axis == "x" ? "0,0.2" : "0.3,0")")
  }

  /// Title, key, strip, names of rows and columns, names of the axes.
  private mutating func words(_ plan: PanelPlan, _ frame: Box, _ x: Scale, _ y: Scale) {
    var top = frame.top + canvas.gap(0.3)
    if !plan.strip.isEmpty {
      top += canvas.leading(0.95)
      let sizes = plan.strip.map { canvas.width($0.text, 0.95) + canvas.em * 0.8 }
      let wanted = plan.strip.map {
        (max(x($0.x.lowerBound), frame.left) + min(x($0.x.upperBound), frame.right)) / 2
      }
      let centres = Spread.apart(
        wanted: wanted, sizes: sizes, in: frame.left...max(frame.right, frame.left + 1))
      for (item, centre) in zip(plan.strip, centres) {
        label(
          item.text, centre, top - canvas.leading(0.95) / 2, align: .center, size: 0.95,
          colour: canvas.theme.muted)
      }
    }
    let rows = KeyEntry.rows(plan.key, canvas, width: frame.width)
    top += Double(rows.count) * canvas.leading()
    key(plan.key, left: frame.left, top: top, width: frame.width)
    top += Double(plan.titleLines.count) * canvas.leading()
    lines(plan.titleLines, frame.left, top: top, bold: true)

    var bottom = frame.bottom - canvas.gap(0.55)
    if plan.xTicks.areNames, !plan.panel.x.isHidden {
      for (text, value) in zip(plan.xTicks.texts, plan.xTicks.values) {
        if plan.namesAreTilted {
          label(
            text, x(value) + canvas.em * 0.3, bottom - canvas.leading(0.9) * 0.3, align: .right,
            size: 0.9, angle: PanelPlan.tilt)
        } else {
          let slot = frame.width / Double(max(plan.xTicks.values.count, 1))
          lines(
            PanelPlan.wrapName(text, canvas, slot: slot), x(value), top: bottom, align: .center,
            size: 0.9)
        }
      }
      bottom -= plan.nameHeight
    } else {
      bottom -= canvas.leading(0.9)
    }
    if !plan.panel.x.isHidden {
      lines([plan.panel.x.label], frame.midX, top: bottom - canvas.gap(0.2), align: .center)
    }
    guard !plan.panel.y.isHidden else { return }
    if plan.yTicks.areNames {
      for (text, value) in zip(plan.yTicks.texts, plan.yTicks.values) {
        label(text, frame.left - canvas.em * 0.6, y(value), align: .right, size: 0.9)
      }
    }
    if !plan.panel.y.label.isEmpty {
      let words = plan.yTicks.texts.map { canvas.width($0, 0.9) }.max() ?? 0
      let offset = canvas.isTerminal ? words + 2 : words + canvas.em * 0.85 + canvas.leading() * 0.5
      label(
        plan.panel.y.label, frame.left - offset, frame.midY, align: .center, angle: 90)
    }
  }

  /// The labels in the right margin, moved apart, each tied to its curve where it had to move.
  private mutating func ends(_ plan: PanelPlan, _ frame: Box, _ x: Scale, _ y: Scale) {
    let labels = plan.endLabels
    let line = canvas.leading(0.95)
    let wanted = labels.map { min(max(y($0.value), frame.bottom), frame.top) }
    let centres = Spread.apart(
      wanted: wanted, sizes: labels.map { Double($0.lines.count) * line },
      in: frame.bottom - line * 0.5...frame.top + line * 0.5)
    // Where one label had to move, all stand further out, in line.
    let haveMoved = zip(centres, wanted).contains { abs($0 - $1) > line * 0.3 }
    let left = frame.right + canvas.em * (haveMoved || canvas.isTerminal ? 1.3 : 0.7)
    for (i, item) in labels.enumerated() {
      let end = item.end.map { min(max(x($0), frame.left), frame.right) } ?? frame.right
      if !canvas.isTerminal, haveMoved || frame.right - end > canvas.em {
        stroke(
          end + canvas.em * 0.3, wanted[i], left - canvas.em * 0.25, centres[i],
          colour: item.colour.mixed(with: canvas.theme.paper, share: 0.4), width: 0.7)
      }
      lines(
        item.lines, left, top: centres[i] + Double(item.lines.count) * line / 2, size: 0.95,
        colour: item.colour)
    }
  }
}
