/// The title of a figure and the frames of its panels on a canvas.
struct Layout {
  let title: Title
  let grid: Grid
  /// Height that nothing needs.
  var slack: Double { grid.slack }

  /// The canvas on which `figure` fits: its type is smaller than the format's where words leave no
  /// room for a frame, and it is lower than the figure's aspect where squares and images do not fill
  /// the height.
  static func canvas(for figure: Figure, in format: Format) -> Canvas {
    var format = format
    var canvas = Canvas(format, aspect: figure.aspect)
    var layout = Layout(figure, canvas)
    for _ in 0..<10 where layout.isCrammed(canvas) {
      format.fontSize *= 0.85
      canvas = Canvas(format, aspect: figure.aspect)
      layout = Layout(figure, canvas)
    }
    return canvas.lower(by: layout.slack)
  }

  private func isCrammed(_ canvas: Canvas) -> Bool {
    !canvas.isTerminal
      && grid.frames.contains { $0.width < 6 * canvas.em || $0.height < 3.5 * canvas.em }
  }

  init(_ figure: Figure, _ canvas: Canvas) {
    let pad = canvas.isTerminal ? 0 : canvas.em * 0.9
    var sheet = Box(
      left: pad, bottom: pad * 0.8, right: canvas.width - pad, top: canvas.height - pad * 0.8)
    var title = Title(figure.title, canvas, limit: sheet.width)
    title.top = sheet.top
    sheet.top -= title.height
    grid = Grid(figure.drawable, canvas: canvas, in: sheet)
    // Over a single frame the title stands flush with the axis, where the eye goes next.
    let isFlush =
      grid.frames.count == 1 && !Kinds(figure.panels[0].marks).hasImages
      && title.width <= sheet.right - grid.frames[0].left
    title.left = isFlush ? grid.frames[0].left : sheet.left
    self.title = title
  }
}

/// The title of a figure, wrapped, in type as large as leaves two thirds of the sheet to the panels.
struct Title {
  var lines: [String]
  var size: Double
  var left = 0.0
  var top = 0.0
  /// The height of the lines, with the gap below them.
  let height: Double
  /// The width of the longest line.
  let width: Double

  init(_ text: String, _ canvas: Canvas, limit: Double) {
    size = 1.2
    lines = canvas.wrap(text, size, bold: true, limit: limit)
    while Double(lines.count) * canvas.leading(size) > canvas.height / 3, size > 0.4 {
      size *= 0.9
      lines = canvas.wrap(text, size, bold: true, limit: limit)
    }
    height = Double(lines.count) * canvas.leading(size) + canvas.gap(lines.isEmpty ? 0 : 0.55)
    width = lines.map { [size] line in canvas.width(line, size, bold: true) }.max() ?? 0
  }

  func draw(with script: inout Script) {
    script.lines(lines, left, top: top, size: size, bold: true)
  }
}

/// The frames of all panels: equal in size, with room for the widest margins of their row and column.
struct Grid {
  let plans: [PanelPlan]
  let frames: [Box]
  /// Height that nothing needs.
  let slack: Double

  init(_ figure: Figure, canvas: Canvas, in sheet: Box) {
    let columns = max(1, min(figure.columns, figure.panels.count))
    let rows = (figure.panels.count + columns - 1) / columns
    let gap = canvas.isTerminal ? 1 : canvas.em * 0.9
    let width = (sheet.width - gap * Double(columns - 1)) / Double(columns)
    let height = (sheet.height - gap * Double(rows - 1)) / Double(rows)
    let plans = figure.panels.map { PanelPlan($0, canvas: canvas, width: width, height: height) }
    var byColumn = [Margins](repeating: Margins(), count: columns)
    var byRow = [Margins](repeating: Margins(), count: rows)
    for (i, plan) in plans.enumerated() {
      byColumn[i % columns] = byColumn[i % columns].union(plan.margins)
      byRow[i / columns] = byRow[i / columns].union(plan.margins)
    }
    let sides = byColumn.reduce(0) { $0 + $1.left + $1.right } + gap * Double(columns - 1)
    let ends = byRow.reduce(0) { $0 + $1.top + $1.bottom } + gap * Double(rows - 1)
    let frameWidth = max((sheet.width - sides) / Double(columns), canvas.em)
    let frameHeight = max((sheet.height - ends) / Double(rows), canvas.em)
    var top = sheet.top
    var frames: [Box] = []
    for row in 0..<rows {
      var left = sheet.left
      top -= byRow[row].top
      for column in 0..<columns where row * columns + column < plans.count {
        left += byColumn[column].left
        frames.append(
          Box(left: left, bottom: top - frameHeight, right: left + frameWidth, top: top))
        left += frameWidth + byColumn[column].right + gap
      }
      top -= frameHeight + byRow[row].bottom + gap
    }
    self.plans = plans
    let fitted = zip(plans, frames).map { $0.fitted(to: $1, isAlone: plans.count == 1) }
    self.frames = fitted
    let used = (0..<rows).map { row in
      zip(plans, fitted).dropFirst(row * columns).prefix(columns)
        .map { $0.usedHeight(of: $1) }.max() ?? frameHeight
    }
    slack = used.reduce(0) { $0 + max(frameHeight - $1, 0) }
  }
}

extension PanelPlan {
  /// The frame within `box`: all of it, or what keeps units equal or cells near square. A frame that
  /// is alone stands in the middle.
  fileprivate func fitted(to box: Box, isAlone: Bool) -> Box {
    if canvas.isTerminal { return box }
    var limits = 0.0...Double.infinity  // of width over height
    if panel.equalUnits {
      let ratio =
        (xRange.upperBound - xRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
      limits = ratio...ratio
    }
    for case .heatmap(let map) in panel.marks where !panel.equalUnits {
      let ratio = Double(max(map.columns.count, 1)) / Double(max(map.rows.count, 1))
      limits = ratio * 0.8...ratio * 1.9
    }
    var frame = box
    let width = min(max(box.width, 0), box.height * limits.upperBound)
    frame.left += isAlone ? (box.width - width) / 2 : 0
    frame.right = frame.left + width
    frame.bottom = frame.top - min(box.height, width / max(limits.lowerBound, 1e-9))
    return frame
  }

  /// The height that the marks take of `frame`: less than all only for a sheet of images.
  fileprivate func usedHeight(of frame: Box) -> Double {
    for case .images(let sheet) in panel.marks {
      return SheetPlan(sheet, canvas: canvas, in: frame).height
    }
    return frame.height
  }
}
