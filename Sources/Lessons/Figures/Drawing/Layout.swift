/// The title of a figure and the frames of its panels on a canvas.
struct Layout {
  let title: Title
  let grid: Grid
  /// Height that nothing needs.
  var slack: Double { grid.slack }

  /// The layout of `frames`, one figure or its moments, and the canvas on which they fit: with fewer panels side
  /// by side than the figure has where they would be narrow and the height is free, in smaller type than the
  /// format's where words leave no room for a frame, and lower than the figure's aspect where squares and
  /// images do not fill the height.
  static func fitting(_ frames: [Figure], in format: Format) -> (layout: Layout, canvas: Canvas) {
    var format = format
    var frames = frames
    var canvas = Canvas(format, aspect: frames.first?.aspect ?? 1)
    var layout = Layout(frames, canvas)
    while format.height == nil, let columns = frames.first?.columns, columns > 1,
      layout.isNarrow(canvas)
    {
      frames = frames.map { $0.stacked(in: columns - 1) }
      canvas = Canvas(format, aspect: frames.first?.aspect ?? 1)
      layout = Layout(frames, canvas)
    }
    // A flat frame becomes higher where the height is free.
    while format.height == nil, canvas.height < 1.5 * canvas.width, layout.isFlat(canvas) {
      frames = frames.map { $0.higher(by: 1.12) }
      canvas = Canvas(format, aspect: frames.first?.aspect ?? 1)
      layout = Layout(frames, canvas)
    }
    for _ in 0..<10 where layout.isCrammed(canvas) {
      format.fontSize *= 0.85
      canvas = Canvas(format, aspect: frames.first?.aspect ?? 1)
      layout = Layout(frames, canvas)
    }
    let fitting = canvas.lower(by: layout.slack)
    return (Layout(frames, fitting), fitting)
  }

  /// Whether fewer panels side by side would be read more easily, as in the column of a paper.
  private func isNarrow(_ canvas: Canvas) -> Bool {
    !canvas.isTerminal && grid.frames.count > 1 && grid.room < 8.5 * canvas.em
  }

  private func isFlat(_ canvas: Canvas) -> Bool {
    !canvas.isTerminal
      && zip(grid.frames, grid.plans.first ?? []).contains { frame, plan in
        frame.height < 7 * canvas.em && !plan.panel.equalUnits && !plan.hasImages
      }
  }

  private func isCrammed(_ canvas: Canvas) -> Bool {
    !canvas.isTerminal
      && grid.frames.contains { $0.width < 6 * canvas.em || $0.height < 4.5 * canvas.em }
      || zip(grid.plans.first ?? [], grid.frames).contains { $0.notesCollide(in: $1) }
  }

  init(_ frames: [Figure], _ canvas: Canvas) {
    let pad = canvas.isTerminal ? 0 : canvas.em * 0.9
    var sheet = Box(
      left: pad, bottom: pad * 0.8, right: canvas.width - pad, top: canvas.height - pad * 0.8)
    var title = Title(frames.first?.title ?? "", canvas, limit: sheet.width)
    title.top = sheet.top
    sheet.top -= title.height
    grid = Grid(frames.map(\.drawable), canvas: canvas, in: sheet)
    // Over a single frame the title stands flush with the axis, where the eye goes next.
    let isFlush =
      grid.frames.count == 1 && grid.plans.first?.first?.hasImages == false
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
