extension Script {
  /// What lies behind everything else: shades, bands, references and filled cells.
  mutating func drawBehind(
    _ mark: Mark, _ frame: Box, _ x: Scale, _ y: Scale, hasBars: Bool
  ) {
    switch mark {
    case .shade(let shade):
      let left = min(max(x(shade.x.lowerBound), frame.left), frame.right)
      let right = min(max(x(shade.x.upperBound), frame.left), frame.right)
      rectangle(
        Box(left: left, bottom: frame.bottom, right: right, top: frame.top),
        colour: canvas.theme.tint(shade.colour))
    case .reference(let line):
      guard line.value.isFinite else { return data.note(line.label, missing: 1) }
      let colour = canvas.theme.muted
      if line.direction == .horizontal, y.range.contains(line.value) {
        stroke(
          frame.left, y(line.value), frame.right, y(line.value), colour: colour, width: 1.3,
          dash: line.dash, front: hasBars)
      } else if line.direction == .vertical, x.range.contains(line.value) {
        stroke(
          x(line.value), frame.bottom, x(line.value), frame.top, colour: colour, width: 1.3,
          dash: line.dash)
      }
    case .field(let field): draw(field)
    case .heatmap(let map): draw(map, x, y)
    default: break
    }
  }

  /// What lies in front.
  mutating func draw(
    _ mark: Mark, _ frame: Box, _ x: Scale, _ y: Scale, _ place: inout Placement
  ) {
    switch mark {
    case .line(let line): draw(line)
    case .points(let points): draw(points, x, y, &place)
    case .bars(let bars): draw(bars, x)
    case .images(let sheet): draw(sheet, in: frame)
    case .text(let note):
      guard note.x.isFinite, note.y.isFinite else { return data.note(note.words, missing: 1) }
      let align: Align =
        switch note.side {
        case .right: .left
        case .left: .right
        case .centre: .center
        }
      let words = canvas.wrap(note.words, 0.95, limit: frame.width)
      lines(
        words, x(note.x), top: y(note.y) + Double(words.count) * canvas.leading(0.95) / 2,
        align: align, size: 0.95, colour: canvas.theme.words(note.colour))
    case .arrow(let arrow):
      let ends = [arrow.from.x, arrow.from.y, arrow.to.x, arrow.to.y]
      guard ends.allSatisfy(\.isFinite) else { return data.note("an arrow", missing: 1) }
      let rims = place.isOverColours ? [(canvas.theme.paper, 4.0)] : []
      for (colour, width) in rims + [(canvas.theme.mark(arrow.colour), 1.6)] {
        stroke(
          x(arrow.from.x), y(arrow.from.y), x(arrow.to.x), y(arrow.to.y), colour: colour,
          width: width, head: true, front: true)
      }
    case .shade, .reference, .field, .heatmap: break
    }
  }

  private mutating func draw(_ line: Line) {
    let hasBand = line.low.count == line.x.count && line.high.count == line.x.count
    var bandless = 0
    let rows = line.x.indices.map { i -> [Double] in
      let (x, y) = (line.x[i], line.y[i])
      guard hasBand else { return [x, y] }
      if line.low[i].isFinite, line.high[i].isFinite { return [x, y, line.low[i], line.high[i]] }
      // The curve goes on where only its band is not known.
      bandless += x.isFinite && y.isFinite ? 1 : 0
      return [x, y, y, y]
    }
    data.note("the band of \(line.label ?? "a curve")", missing: bandless)
    guard
      let block = data.add(
        line.label ?? "", columns: hasBand ? "x y low high" : "x y", rows: rows)
    else { return }
    let colour = "lc rgb '\(canvas.theme.mark(line.style.colour).hex)'"
    if hasBand {
      // The fill belongs to this element: a global fill style would bleach the colour bar too.
      plot(
        block, "using 1:3:4 with filledcurves \(colour) fs transparent solid 0.18 noborder")
    }
    let width = Canvas.short((line.isEmphasised ? 3.4 : 2.2) * canvas.weight)
    let marker = line.showsPoints ? line.style.marker.gnuplot(weight: canvas.weight) : ""
    plot(
      block,
      "using 1:2 with \(line.showsPoints ? "linespoints" : "lines") \(colour) lw \(width) "
        + line.style.dash.gnuplot + (marker.isEmpty ? "" : " " + marker))
  }

  private mutating func draw(
    _ points: Points, _ x: Scale, _ y: Scale, _ place: inout Placement
  ) {
    let rows = points.x.indices.map { [points.x[$0], points.y[$0]] }
    guard let block = data.add(points.label ?? "", columns: "x y", rows: rows) else { return }
    let marker = points.style.marker == .none ? Marker.circle : points.style.marker
    if place.isOverColours {
      // A rim of paper sets a point off from whatever colour lies under it.
      plot(
        block,
        "using 1:2 with points lc rgb '\(canvas.theme.paper.hex)' "
          + marker.gnuplot(weight: canvas.weight * 1.9))
    }
    plot(
      block,
      "using 1:2 with points lc rgb '\(canvas.theme.mark(points.style.colour).hex)' "
        + marker.gnuplot(weight: canvas.weight * 1.3))
    let finite = points.x.indices.filter { points.x[$0].isFinite && points.y[$0].isFinite }
    for i in finite where i < points.names.count && !points.names[i].onOneLine.isEmpty {
      let name = points.names[i]
      let (pointX, pointY) = (x(points.x[i]), y(points.y[i]))
      let found = place.beside(pointX, pointY, text: name, size: 0.95)
      if let end = found.leader {
        leader(from: (pointX, pointY), to: end, colour: canvas.theme.words(points.style.colour))
      }
      label(
        name, found.x, found.y, align: .center, size: 0.95,
        colour: canvas.theme.words(points.style.colour),
        boxed: place.isOverColours)
    }
  }

  private mutating func draw(_ bars: Bars, _ x: Scale) {
    let width = 0.78 / Double(max(bars.series.count, 1))
    // Numbers wider than their bar are set smaller, and left out where they could not be read.
    let numbers = bars.series.flatMap(\.values).map { Ticks.written($0, decimals: bars.decimals) }
    let widest = numbers.map { canvas.width($0, 0.85) }.max() ?? 1
    let size = 0.85 * min(1, 0.94 * (x(width) - x(0)) / widest)
    for (s, series) in bars.series.enumerated() {
      data.note("the errors of \(series.label)", missing: series.errors.count { !$0.isFinite })
      let hasErrors = series.errors.count == series.values.count
      var rows: [[Double]] = []
      var texts: [String] = []
      for (i, value) in series.values.enumerated() where !series.absent.contains(i) {
        let centre = Double(i) + (Double(s) - Double(bars.series.count - 1) / 2) * width
        let error = hasErrors && series.errors[i].isFinite ? series.errors[i] : 0
        let style = i < series.styles.count ? series.styles[i] : series.style
        rows.append([
          centre, value, centre - width * 0.46, centre + width * 0.46, min(value, 0),
          max(value, 0), value - error, value + error, Double(canvas.theme.area(style.colour).rgb),
        ])
        texts.append(Ticks.written(value, decimals: bars.decimals))
      }
      guard
        let block = data.add(
          series.label,
          columns: "x value left right bottom top low high colour text", rows: rows, texts: texts)
      else { continue }
      plot(
        block,
        "using 1:2:3:4:5:6:9 with boxxyerror fs solid 1 noborder lc rgb variable")
      if hasErrors {
        plot(
          block,
          "using 1:7:(0):($8-$7) with vectors heads size screen "
            + "\(Canvas.short(0.3 * canvas.em / canvas.width)),90 lc rgb "
            + "'\(canvas.theme.ink.hex)' lw \(Canvas.short(1.4 * canvas.weight)) dt solid")
      }
      guard bars.showsValues, size > 0.5 || canvas.isTerminal else { continue }
      let words = "font \(font(size)) tc rgb '\(canvas.theme.ink.hex)'"
      if series.values.contains(where: { $0 >= 0 }) {
        plot(
          block, "using 1:($2 < 0 ? NaN : $8):(strcol(10)) with labels offset 0,0.6 \(words)")
      }
      if series.values.contains(where: { $0 < 0 }) {
        plot(
          block, "using 1:($2 < 0 ? $7 : NaN):(strcol(10)) with labels offset 0,-0.6 \(words)")
      }
    }
  }
}

extension Colour {
  /// 0xRRGGBB, for gnuplot's `rgb variable`.
  var rgb: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }
}
