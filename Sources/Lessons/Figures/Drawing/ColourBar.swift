/// The scale beside a heatmap or a field: colours, numbers, and what they measure.
struct ColourBar {
  var range: ClosedRange<Double>
  var isLogarithmic = false
  var stops: [Colour]
  var label: String
  /// Whether the bar itself is drawn; another panel may show it.
  var isShown = true

  /// The bar of the first mark that has colours for numbers.
  init?(_ marks: [Mark]) {
    for mark in marks {
      switch mark {
      case .heatmap(let map):
        self.init(range: map.scale.range, stops: map.scale.stops, label: map.label)
        isShown = map.showsScale
        return
      case .field(let field):
        guard let own = field.range ?? field.extremes else { return nil }
        let low = own.lowerBound
        let range = own.upperBound > low ? own : low...(low + max(abs(low), 1))
        self.init(
          range: range, isLogarithmic: field.isLogarithmic, stops: ColourScale.viridis,
          label: field.label)
        isShown = field.showsScale
        return
      default: continue
      }
    }
    return nil
  }

  private init(
    range: ClosedRange<Double>, isLogarithmic: Bool = false, stops: [Colour], label: String
  ) {
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.stops = stops
    self.label = label
  }

  var ticks: [Double] {
    isLogarithmic
      ? Ticks.logarithmic(in: range, count: 6) : Ticks.linear(in: range, count: 5)
  }
  var texts: [String] { isLogarithmic ? Ticks.logarithmicTexts(ticks) : Ticks.texts(ticks) }

  /// The width of bar, numbers and label together.
  func width(_ canvas: Canvas) -> Double {
    if canvas.isTerminal || !isShown { return 0 }
    let numbers = texts.map { canvas.width($0, 0.9) }.max() ?? 0
    return canvas.em * 2.6 + numbers + (label.isEmpty ? 0 : canvas.leading())
  }
}

extension Script {
  /// Sets the palette, and draws the bar at the right of `frame`.
  mutating func colourBar(_ bar: ColourBar, beside frame: Box) {
    let stops = bar.stops.enumerated().map { "\($0) '\($1.hex)'" }.joined(separator: ", ")
    settings.append("set palette defined (\(stops))")
    settings.append("set cbrange [\(bar.range.lowerBound):\(bar.range.upperBound)]")
    if bar.isLogarithmic { settings.append("set logscale cb") }
    guard bar.isShown, !canvas.isTerminal else { return settings.append("unset colorbox") }
    let em = canvas.em
    let ticks = zip(bar.texts, bar.ticks).map { "\($0.quoted) \($1)" }.joined(separator: ", ")
    settings.append(
      "set colorbox vertical user origin \(canvas.screen(frame.right + em, frame.bottom)) size "
        + "\(canvas.screen(em * 0.8, frame.height)) noborder front")
    settings.append("set cbtics (\(ticks)) scale 0 font \(font(0.9)) offset -0.6,0")
    if !bar.label.onOneLine.isEmpty {
      let numbers = bar.texts.map { canvas.width($0, 0.9) }.max() ?? 0
      let size = min(1, frame.height / max(canvas.width(bar.label), 1))
      label(
        bar.label, frame.right + em * 2.6 + numbers + canvas.leading() * 0.5, frame.midY,
        align: .center, size: size, angle: 90)
    }
  }
}
