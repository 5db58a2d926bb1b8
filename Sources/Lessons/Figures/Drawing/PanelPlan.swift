import Foundation

/// What a panel needs before it can be given a place: its ranges, its ticks and their words, the
/// labels in its margins, and so the size of those margins.
struct PanelPlan {
  /// Words of ticks: numbers are left to gnuplot, names are ours since they are wrapped.
  struct TickRow {
    var values: [Double] = []
    var texts: [String] = []
    var areNames = false
  }
  /// A label in the right margin, and the height it would like to be at.
  struct EndLabel {
    var lines: [String]
    var value: Double
    /// Where its curve ends; nil for a line across the whole panel.
    var end: Double?
    var colour: Colour
  }
  /// A label over the panel, and the stretch of x it belongs to.
  struct StripLabel {
    var text: String
    var x: ClosedRange<Double>
  }

  let panel: Panel
  let canvas: Canvas
  let xRange, yRange: ClosedRange<Double>
  let xTicks, yTicks: TickRow
  let titleLines: [String]
  let endLabels: [EndLabel]
  let strip: [StripLabel]
  let key: [KeyEntry]
  let colourBar: ColourBar?
  /// Whether the names under the x axis are too long to stand level.
  let namesAreTilted: Bool
  /// The height they need.
  let nameHeight: Double
  let margins: Margins

  /// Degrees by which long names are tilted.
  static let tilt = 35

  /// Plans `panel` for a cell of about `width` × `height`.
  init(_ panel: Panel, canvas: Canvas, width: Double, height: Double) {
    self.panel = panel
    self.canvas = canvas
    let extent = Extent(of: panel.marks)
    let kinds = Kinds(panel.marks)
    xRange = Extent.range(
      panel.x, of: extent.x, padding: kinds.fills || kinds.hasLines ? 0 : 0.06)
    yRange = Extent.range(panel.y, of: extent.y, padding: kinds.fillsY ? 0 : 0.06)
    titleLines = canvas.wrap(panel.title, bold: true, limit: width)
    let columns = max(2, Int(width / (canvas.isTerminal ? 12 : 5 * canvas.em)))
    let rows = max(2, Int(canvas.isTerminal ? height / 4 : height / (3 * canvas.em) - 2))
    xTicks = Self.ticks(panel.x, xRange, names: kinds.columnNames, count: columns)
    yTicks = Self.ticks(panel.y, yRange, names: kinds.rowNames, count: rows)
    let limit = width * 0.36
    endLabels = Self.endLabels(panel.marks, canvas, limit: limit, range: yRange)
    strip = Self.strip(panel.marks)
    key = KeyEntry.entries(panel.marks)
    colourBar = ColourBar(panel.marks)
    var margins = Margins()
    margins.top =
      Double(titleLines.count) * canvas.leading()
      + (strip.isEmpty ? 0 : canvas.leading(0.95))
      + Double(KeyEntry.rows(key, canvas, width: width * 0.8).count) * canvas.leading()
      + canvas.gap(titleLines.isEmpty && strip.isEmpty && key.isEmpty ? 0.4 : 0.3)
    if !panel.y.isHidden {
      let words = yTicks.texts.map { canvas.width($0, 0.9) }.max() ?? 0
      margins.left =
        min(words, limit) + canvas.em * (canvas.isTerminal ? 1 : 0.7)
        + (panel.y.label.isEmpty ? 0 : canvas.isTerminal ? 2 : canvas.leading() + canvas.gap(0.35))
    }
    let ends = endLabels.flatMap(\.lines).map { canvas.width($0, 0.95) }.max()
    margins.right = max(
      panel.x.isHidden || xTicks.areNames ? canvas.gap(0.3) : canvas.gap(1),
      ends.map { $0 + canvas.em * 1.5 } ?? 0, colourBar?.width(canvas) ?? 0)
    let room = min(
      width - margins.left - margins.right, kinds.rowNames == nil ? .infinity : height * 1.3)
    let slot = room / Double(max(xTicks.values.count, 1))
    (namesAreTilted, nameHeight) = Self.names(xTicks, canvas, slot: slot)
    if !panel.x.isHidden {
      margins.bottom =
        nameHeight + canvas.gap(0.55)
        + (panel.x.label.isEmpty ? 0 : canvas.leading() + canvas.gap(0.25))
    }
    self.margins = margins
  }

  /// A name under the x axis, in lines that fit in `slot`.
  static func wrapName(_ text: String, _ canvas: Canvas, slot: Double) -> [String] {
    canvas.wrap(text, 0.9, limit: max(slot - canvas.gap(0.5), canvas.em * 2))
  }

  /// Whether names must be tilted to stand in slots of this width, since one of their words is wider,
  /// and the height they then need.
  private static func names(
    _ ticks: TickRow, _ canvas: Canvas, slot: Double
  ) -> (areTilted: Bool, height: Double) {
    guard ticks.areNames else { return (false, canvas.leading(0.9)) }
    let words = ticks.texts.flatMap { $0.onOneLine.split(separator: " ") }
    let widest = words.map { canvas.width(String($0), 0.9) }.max() ?? 0
    if widest > slot - canvas.gap(0.5), !canvas.isTerminal {
      let longest = ticks.texts.map { canvas.width($0, 0.9) }.max() ?? 0
      return (true, longest * sin(Double(tilt) * .pi / 180) + canvas.leading(0.9))
    }
    let lines = ticks.texts.map { wrapName($0, canvas, slot: slot).count }.max() ?? 1
    return (false, Double(lines) * canvas.leading(0.9))
  }

  private static func ticks(
    _ axis: Axis, _ range: ClosedRange<Double>, names: [String]?, count: Int
  ) -> TickRow {
    if axis.isHidden { return TickRow() }
    if let names = names {
      return TickRow(values: names.indices.map(Double.init), texts: names, areNames: true)
    }
    let values = (axis.ticks ?? chosen(axis, range, count)).filter {
      $0.isFinite && (!axis.isLogarithmic || $0 > 0)
    }
    if let names = axis.names, names.count == values.count {
      return TickRow(values: values, texts: names, areNames: true)
    }
    return TickRow(
      values: values,
      texts: axis.isLogarithmic ? Ticks.logarithmicTexts(values) : Ticks.texts(values))
  }

  private static func chosen(_ axis: Axis, _ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    axis.isLogarithmic
      ? Ticks.logarithmic(in: range, count: count) : Ticks.linear(in: range, count: count)
  }

  private static func endLabels(
    _ marks: [Mark], _ canvas: Canvas, limit: Double, range: ClosedRange<Double>
  ) -> [EndLabel] {
    marks.compactMap { mark in
      switch mark {
      case .line(let line):
        guard let label = line.label?.onOneLine, !label.isEmpty,
          let last = Array(zip(line.x, line.y)).last(where: { $0.isFinite && $1.isFinite })
        else { return nil }
        return EndLabel(
          lines: canvas.wrap(label, 0.95, limit: limit), value: last.1, end: last.0,
          colour: line.style.colour.forWords)
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

  private static func strip(_ marks: [Mark]) -> [StripLabel] {
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

/// Which kinds of marks a panel holds, as far as its axes depend on it.
struct Kinds {
  /// Marks that fill the panel from edge to edge.
  var fills = false
  var fillsY = false
  var hasLines = false
  var hasBars = false
  var hasField = false
  /// Names along the axes, for marks that count rows and columns.
  var columnNames: [String]?
  var rowNames: [String]?

  init(_ marks: [Mark]) {
    for mark in marks {
      switch mark {
      case .line: hasLines = true
      case .bars(let bars):
        fills = true
        hasBars = true
        columnNames = bars.categories
      case .heatmap(let map):
        fills = true
        fillsY = true
        columnNames = map.columns
        rowNames = map.rows
      case .field:
        fills = true
        fillsY = true
        hasField = true
      case .images:
        fills = true
        fillsY = true
      default: break
      }
    }
  }
}
