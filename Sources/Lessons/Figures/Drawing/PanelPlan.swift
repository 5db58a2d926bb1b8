import Foundation

/// What a panel needs before it can be given a place: its ranges, its ticks and their words, the
/// labels in its margins, and so the size of those margins.
struct PanelPlan {
  let panel: Panel
  let canvas: Canvas
  let xRange, yRange: ClosedRange<Double>
  let xTicks, yTicks: TickRow
  let title, xLabel, yLabel: [String]
  let ends: [EndLabel]
  let strip: [StripLabel]
  let key: [[KeyEntry]]
  let colourBar: ColourBar?
  let margins: Margins
  /// Whether it is a sheet of images, which has no axis to be flush with.
  var hasImages: Bool { Kinds(panel.marks).hasImages }
  /// Whether it is a matrix.
  var hasCells: Bool { Kinds(panel.marks).rowNames != nil }

  /// The height below which a frame is hard to read: each row of a matrix needs a line for its name.
  var leastHeight: Double {
    max(7, 1.2 * Double(Kinds(panel.marks).rowNames?.count { !$0.isEmpty } ?? 0)) * canvas.em
  }

  /// Plans `panel` for a cell of about `width` × `height`.
  init(_ panel: Panel, canvas: Canvas, width: Double, height: Double) {
    self.panel = panel
    self.canvas = canvas
    let extent = Extent(of: panel.marks)
    let kinds = Kinds(panel.marks)
    xRange = Extent.range(
      panel.x, of: extent.x, padding: kinds.paddingX)
    let y = Extent.range(panel.y, of: extent.y, padding: kinds.paddingY)
    // About two thirds of the height are the frame's; a line of type over the bars must fit into it.
    yRange = Extent.withRoom(
      for: panel.marks, in: y, share: canvas.isTerminal ? 0 : 1.3 * canvas.em / (height * 0.65))
    // A terminal has no upright words: there the name of the y axis joins the title.
    let heading = canvas.isTerminal && !panel.y.isHidden ? panel.y.label : ""
    xLabel = panel.x.isHidden ? [] : canvas.wrap(panel.x.label, limit: width * 0.85)
    yLabel =
      panel.y.isHidden || canvas.isTerminal ? [] : canvas.wrap(panel.y.label, limit: height * 0.8)
    let limit = width * 0.36
    ends = EndLabel.labels(panel.marks, canvas, limit: limit)
    strip = StripLabel.labels(panel.marks)
    key = KeyEntry.rows(panel.marks, canvas, width: width * 0.85)
    colourBar = ColourBar(panel.marks)
    let yTicks = TickRow(
      panel.y, yRange, names: kinds.rowNames,
      count: Int(canvas.isTerminal ? height / 4 : height / (3 * canvas.em) - 2), canvas,
      limit: limit)

    var margins = Margins()
    if !panel.y.isHidden {
      margins.left =
        yTicks.width + canvas.em * (canvas.isTerminal ? 1 : 0.7)
        + Double(yLabel.count) * canvas.leading()
        + canvas.gap(yLabel.isEmpty ? 0 : 0.35)
    }
    self.yTicks = yTicks
    // It begins where the frame does.
    title = canvas.wrap(
      [panel.title, heading].filter { !$0.isEmpty }.joined(separator: ": "), bold: true,
      limit: max(width - margins.left, width / 2))
    margins.top =
      Double(title.count) * canvas.leading()
      + (strip.isEmpty ? 0 : canvas.leading(0.95))
      + key.reduce(0) { $0 + KeyEntry.height(of: $1, canvas) }
      + canvas.gap(title.isEmpty && strip.isEmpty && key.isEmpty ? 0.4 : 0.3)
    let widest = ends.flatMap(\.lines).map { canvas.width($0, 0.95) }.max()
    margins.right = max(
      canvas.gap(panel.x.isHidden || kinds.columnNames != nil ? 0.3 : 1),
      widest.map { $0 + canvas.em * 1.5 } ?? 0, colourBar?.width(canvas) ?? 0)
    let room = width - margins.left - margins.right
    xTicks = TickRow(
      panel.x, xRange, names: kinds.columnNames,
      count: Int(width / (canvas.isTerminal ? 10 : 5 * canvas.em)), canvas,
      room: min(room, kinds.cellAspect.map { height * 1.3 * $0 } ?? room))
    if xTicks.areTilted, let first = xTicks.texts.first {
      // A tilted name ends at its tick and begins far to the left of it.
      let name = first.map { canvas.width($0, 0.9) }.max() ?? 0
      let slot = room / Double(max(xTicks.values.count, 1))
      margins.left = max(margins.left, name * cos(TickRow.slope) - slot / 2)
    }
    if !panel.x.isHidden {
      margins.bottom =
        xTicks.height + canvas.gap(0.55) + Double(xLabel.count) * canvas.leading()
        + canvas.gap(xLabel.isEmpty ? 0 : 0.25)
    }
    self.margins = margins
  }
}

/// Which kinds of marks a panel holds, as far as its axes depend on it.
struct Kinds {
  /// Marks that fill the panel from edge to edge.
  var fillsX = false
  var fillsY = false
  var hasLines = false
  var hasBars = false
  var hasField = false
  var hasImages = false
  /// Names along the axes, for marks that count rows and columns.
  var columnNames: [String]?
  var rowNames: [String]?
  /// Columns over rows of a matrix, whose cells are at most about twice as wide as high.
  var cellAspect: Double? {
    guard let columnNames, let rowNames, !rowNames.isEmpty else { return nil }
    return Double(columnNames.count) / Double(rowNames.count)
  }
  /// The share by which an axis is longer than the data at both ends.
  var paddingX: Double { fillsX || hasLines ? 0 : 0.06 }
  var paddingY: Double { fillsY ? 0 : 0.06 }

  init(_ marks: [Mark]) {
    for mark in marks {
      switch mark {
      case .line: hasLines = true
      case .bars(let bars):
        hasBars = true
        columnNames = bars.categories
      case .heatmap(let map):
        columnNames = map.columns
        rowNames = map.rows
      case .field: hasField = true
      case .images: hasImages = true
      default: break
      }
    }
    fillsY = rowNames != nil || hasField || hasImages
    fillsX = fillsY || hasBars
  }
}
