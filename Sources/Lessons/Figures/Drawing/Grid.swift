/// The frames of all panels: equal in size, with room for the widest margins of their row and column.
struct Grid {
  /// For each moment the plan of each panel, [moments][panels]; a still picture has one moment.
  let plans: [[PanelPlan]]
  /// The frames of the panels, the same at every moment.
  let frames: [Box]
  /// The width that a frame may have.
  let room: Double
  /// Height that nothing needs.
  let slack: Double

  init(_ moments: [Figure], canvas: Canvas, in sheet: Box) {
    let count = moments.first?.panels.count ?? 0
    let columns = max(1, min(moments.first?.columns ?? 1, count))
    let rows = (count + columns - 1) / columns
    let gap = canvas.isTerminal ? 1 : canvas.em * 0.9
    let width = (sheet.width - gap * Double(columns - 1)) / Double(columns)
    let height = (sheet.height - gap * Double(rows - 1)) / Double(rows)
    let plans = moments.map { moment in
      moment.panels.map { PanelPlan($0, canvas: canvas, width: width, height: height) }
    }
    var byColumn = [Margins](repeating: Margins(), count: columns)
    var byRow = [Margins](repeating: Margins(), count: rows)
    for (i, plan) in plans.flatMap({ $0.enumerated() }) {
      byColumn[i % columns] = byColumn[i % columns].union(plan.margins)
      byRow[i / columns] = byRow[i / columns].union(plan.margins)
    }
    let sides = byColumn.reduce(0) { $0 + $1.left + $1.right } + gap * Double(columns - 1)
    let ends = byRow.reduce(0) { $0 + $1.top + $1.bottom } + gap * Double(rows - 1)
    let frameWidth = max((sheet.width - sides) / Double(columns), canvas.em)
    room = frameWidth
    let frameHeight = max((sheet.height - ends) / Double(rows), canvas.em)
    var top = sheet.top
    var frames: [Box] = []
    for row in 0..<rows {
      var left = sheet.left
      top -= byRow[row].top
      for column in 0..<columns where row * columns + column < count {
        left += byColumn[column].left
        frames.append(
          Box(left: left, bottom: top - frameHeight, right: left + frameWidth, top: top))
        left += frameWidth + byColumn[column].right + gap
      }
      top -= frameHeight + byRow[row].bottom + gap
    }
    self.plans = plans
    let first = plans.first ?? []
    let fitted = zip(first, frames).map { $0.fitted(to: $1, isAlone: count == 1) }
    let used = (0..<rows).map { row in
      zip(first, fitted).dropFirst(row * columns).prefix(columns)
        .map { $0.usedHeight(of: $1) }.max() ?? frameHeight
    }
    slack = used.reduce(0) { $0 + max(frameHeight - $1, 0) }
    // A sheet of fixed height keeps what is left over: half of it above the panels.
    let shift = canvas.format.height == nil ? 0 : slack / Double(2 * rows)
    self.frames = zip(frames, fitted).map { room, frame in
      // A sheet of images has all the room for its frame, and uses what it needs from the top.
      var lowered = frame
      lowered.top -= shift
      lowered.bottom = max(frame.bottom - shift, room.bottom)
      return lowered
    }
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
