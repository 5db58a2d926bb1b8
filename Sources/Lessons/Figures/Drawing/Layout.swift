/// The title of a figure and the frames of its panels on a canvas.
struct Layout {
  let title: Title
  let grid: Grid
  /// Height that nothing needs.
  var slack: Double { grid.slack }

  /// The layout of `frames`, one figure or its moments, and the canvas on which they fit: with fewer panels side
  /// by side than the figure has where they would be narrow and the height is free, with more where it is not, in
  /// smaller type than the format's where words leave no room for a frame, and lower than the figure's aspect
  /// where squares and images do not fill the height.
  static func fitting(_ frames: [Figure], in format: Format) -> (layout: Layout, canvas: Canvas) {
    let own = placed(frames, in: format)
    // On a slide, rows that would need smaller type may have room beside each other.
    guard format.height != nil, own.canvas.em < format.fontSize, let first = frames.first,
      first.columns < first.panels.count
    else { return own }
    let wider = (first.columns + 1...first.panels.count).map { columns in
      placed(frames.map { $0.spread(in: columns) }, in: format)
    }
    return wider.reduce(own) { $1.canvas.em > $0.canvas.em ? $1 : $0 }
  }

  private static func placed(_ frames: [Figure], in format: Format)
    -> (layout: Layout, canvas: Canvas)
  {
    var format = format
    var frames = frames
    var canvas = Canvas(format, aspect: frames.first?.aspect ?? 1)
    var layout = Layout(frames, canvas)
    while format.height == nil, let columns = frames.first?.columns, columns > 1,
      layout.isNarrow(canvas) || layout.notesCollide
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
    // Angles, and names of points on a plane, want more room than a curve.
    let least = grid.plans.joined().contains(where: \.panel.equalUnits) ? 12 : 8.5
    return !canvas.isTerminal && grid.frames.count > 1 && grid.room < least * canvas.em
  }

  /// Whether in some panel words that the figure itself places would lie on each other.
  private var notesCollide: Bool {
    zip(grid.plans.first ?? [], grid.frames).contains { $0.notesCollide(in: $1) }
  }

  private func isFlat(_ canvas: Canvas) -> Bool {
    !canvas.isTerminal
      && zip(grid.frames, grid.plans.first ?? []).contains { frame, plan in
        !plan.hasImages && frame.height < plan.leastHeight
          // Equal units want height only as long as there is more width.
          && (!plan.panel.equalUnits || frame.width < 0.98 * grid.room)
      }
  }

  private func isCrammed(_ canvas: Canvas) -> Bool {
    !canvas.isTerminal
      && zip(grid.plans.first ?? [], grid.frames).contains { plan, frame in
        // A matrix of two rows has room for its numbers in little height.
        frame.width < 6 * canvas.em || frame.height < (plan.hasCells ? 2.5 : 4.5) * canvas.em
          || plan.notesCollide(in: frame)
      }
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
