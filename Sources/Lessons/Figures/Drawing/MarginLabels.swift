/// A label in the right margin, and the height it would like to be at.
struct EndLabel {
  var lines: [String]
  var value: Double
  /// Where its curve ends; nil for a line across the whole panel.
  var end: Double?
  var colour: Colour

  /// The labels of the curves and horizontal references among `marks`.
  static func labels(_ marks: [Mark], _ canvas: Canvas, limit: Double) -> [EndLabel] {
    marks.compactMap { mark in
      switch mark {
      case .line(let line):
        guard let label = line.label?.onOneLine, !label.isEmpty,
          let last = line.x.indices.last(where: {
            line.x[$0].isFinite && line.y[$0].isFinite
          })
        else { return nil }
        return EndLabel(
          lines: canvas.wrap(label, 0.95, limit: limit), value: line.y[last], end: line.x[last],
          colour: canvas.theme.words(line.style.colour))
      case .reference(let line):
        guard line.direction == .horizontal, line.value.isFinite, !line.label.onOneLine.isEmpty
        else { return nil }
        return EndLabel(
          lines: canvas.wrap(line.label, 0.95, limit: limit), value: line.value, end: nil,
          colour: canvas.theme.muted)
      default: return nil
      }
    }
  }
}

/// A label over the panel, and the stretch of x it belongs to.
struct StripLabel {
  var text: String
  var x: ClosedRange<Double>

  /// The labels of the shades and vertical references among `marks`.
  static func labels(_ marks: [Mark]) -> [StripLabel] {
    marks.compactMap { mark in
      switch mark {
      case .shade(let shade) where !shade.label.onOneLine.isEmpty:
        StripLabel(text: shade.label, x: shade.x)
      case .reference(let line)
      where line.direction == .vertical && line.value.isFinite && !line.label.onOneLine.isEmpty:
        StripLabel(text: line.label, x: line.value...line.value)
      default: nil
      }
    }
  }
}

extension Script {
  /// A thin line between a name and what it names.
  mutating func leader(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), colour: Colour
  ) {
    stroke(
      start.x, start.y, end.x, end.y,
      colour: canvas.theme.mark(colour.mixed(with: canvas.theme.paper, share: 0.4)), width: 0.7)
  }

  /// The labels in the right margin, moved apart, each tied to its curve where it had to move. A curve that ends far
  /// before the margin has its label at its end if there is room: so long a leader would be read as its continuation.
  mutating func ends(
    _ plan: PanelPlan, _ frame: Box, _ x: Scale, _ y: Scale, _ place: inout Placement
  ) {
    let line = canvas.leading(0.95)
    var inMargin: [EndLabel] = []
    for item in plan.ends {
      let isEarly = item.end.map { frame.right - x($0) > max(3 * canvas.em, frame.width / 4) }
      if isEarly == true, !canvas.isTerminal, item.lines.count == 1, let end = item.end,
        let found = place.closeTo(x(end), y(item.value), text: item.lines[0], size: 0.95)
      {
        label(
          item.lines[0], found.x, found.y, align: .center, size: 0.95, colour: item.colour)
      } else {
        inMargin.append(item)
      }
    }
    let wanted = inMargin.map { min(max(y($0.value), frame.bottom), frame.top) }
    let centres = Spread.apart(
      wanted: wanted, sizes: inMargin.map { Double($0.lines.count) * line },
      in: frame.bottom - line * 0.5...frame.top + line * 0.5)
    // Where one label had to move, all stand further out, in line.
    let haveMoved = zip(centres, wanted).contains { abs($0 - $1) > line * 0.3 }
    let left = frame.right + canvas.em * (haveMoved || canvas.isTerminal ? 1.3 : 0.7)
    for (i, item) in inMargin.enumerated() {
      let end = item.end.map { min(max(x($0), frame.left), frame.right) } ?? frame.right
      if !canvas.isTerminal, haveMoved || frame.right - end > canvas.em {
        leader(
          from: (end + canvas.em * 0.3, wanted[i]), to: (left - canvas.em * 0.25, centres[i]),
          colour: item.colour)
      }
      lines(
        item.lines, left, top: centres[i] + Double(item.lines.count) * line / 2, size: 0.95,
        colour: item.colour)
    }
  }

  /// The labels over the panel, in a row whose upper edge is at `top`.
  mutating func strip(_ plan: PanelPlan, _ frame: Box, _ x: Scale, top: Double) {
    // They may reach as far to the sides as they are wide, over the margins of the panel.
    let reach = canvas.em
    var size = 0.95
    var sizes = plan.strip.map { canvas.width($0.text, size) + canvas.em * 0.8 }
    let crowding = sizes.reduce(0, +) / (frame.width + 2 * reach)
    if crowding > 1, !canvas.isTerminal {
      size /= min(crowding, 1.7)
      sizes = sizes.map { $0 * size / 0.95 }
    }
    let wanted = plan.strip.map {
      (max(x($0.x.lowerBound), frame.left) + min(x($0.x.upperBound), frame.right)) / 2
    }
    let centres = Spread.apart(
      wanted: wanted, sizes: sizes, in: frame.left - reach...frame.right + reach)
    for (item, centre) in zip(plan.strip, centres) {
      label(
        item.text, centre, top - canvas.leading(0.95) / 2, align: .center, size: size,
        colour: canvas.theme.muted)
    }
  }
}
