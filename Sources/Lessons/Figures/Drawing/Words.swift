extension Script {
  /// The words around a frame: title, key, strip, ticks, and the names of the axes.
  mutating func words(_ plan: PanelPlan, _ frame: Box, _ x: Scale, _ y: Scale) {
    var top = frame.top + canvas.gap(0.3)
    if !plan.strip.isEmpty {
      top += canvas.leading(0.95)
      strip(plan, frame, x, top: top)
    }
    top += plan.key.reduce(0) { $0 + KeyEntry.height(of: $1, canvas) }
    key(plan.key, left: frame.left, top: top)
    top += Double(plan.title.count) * canvas.leading()
    lines(plan.title, frame.left, top: top, bold: true)
    if !plan.panel.x.isHidden { below(plan, frame, x) }
    if !plan.panel.y.isHidden { beside(plan, frame, y) }
  }

  private mutating func below(_ plan: PanelPlan, _ frame: Box, _ x: Scale) {
    let top = frame.bottom - canvas.gap(0.5)
    for (text, value) in zip(plan.xTicks.texts, plan.xTicks.values) {
      if plan.xTicks.areTilted {
        for (i, line) in text.enumerated() {
          let shift = Double(i) * canvas.leading(0.9)
          label(
            line, x(value) + canvas.em * 0.3 + shift * 0.57,
            top - canvas.leading(0.9) * 0.3 - shift * 0.82, align: .right, size: 0.9,
            angle: TickRow.tilt)
        }
      } else {
        lines(text, x(value), top: top, align: .center, size: 0.9)
      }
    }
    lines(
      plan.xLabel, frame.midX, top: top - plan.xTicks.height - canvas.gap(0.2), align: .center)
  }

  private mutating func beside(_ plan: PanelPlan, _ frame: Box, _ y: Scale) {
    let gap = canvas.em * (canvas.isTerminal ? 1 : 0.55)
    for (text, value) in zip(plan.yTicks.texts, plan.yTicks.values) {
      lines(
        text, frame.left - gap, top: y(value) + Double(text.count) * canvas.leading(0.9) / 2,
        align: .right, size: 0.9)
    }
    // From the ticks outwards, so the last line comes first.
    for (i, line) in plan.yLabel.reversed().enumerated() {
      let offset =
        plan.yTicks.width + gap + canvas.gap(0.3) + canvas.leading() * (Double(i) + 0.5)
      label(line, frame.left - offset, frame.midY, align: .center, angle: 90)
    }
  }
}
