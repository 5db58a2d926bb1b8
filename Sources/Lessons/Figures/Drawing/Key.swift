/// One entry of the key over a panel: for bars and groups of points, which have no end to label.
struct KeyEntry {
  var lines: [String]
  var width: Double
  var style: SeriesStyle
  var isBar: Bool

  /// The entries that `marks` need, in rows no wider than `width`.
  static func rows(_ marks: [Mark], _ canvas: Canvas, width: Double) -> [[KeyEntry]] {
    var rows: [[KeyEntry]] = []
    var used = 0.0
    for (text, style, isBar) in marks.flatMap(named) {
      let lines = canvas.wrap(text, 0.95, limit: width - canvas.em * 2.6)
      let needed = (lines.map { canvas.width($0, 0.95) }.max() ?? 0) + canvas.em * 2.6
      if rows.isEmpty || used + needed > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(
        KeyEntry(lines: lines, width: needed, style: style, isBar: isBar))
      used += needed
    }
    return rows
  }

  /// The height of one row.
  static func height(of row: [KeyEntry], _ canvas: Canvas) -> Double {
    Double(row.map(\.lines.count).max() ?? 0) * canvas.leading()
  }

  private static func named(_ mark: Mark) -> [(String, SeriesStyle, Bool)] {
    switch mark {
    case .points(let points):
      guard let label = points.label?.onOneLine, !label.isEmpty else { return [] }
      return [(label, points.style, false)]
    case .bars(let bars) where bars.series.count > 1:
      return bars.series.map { ($0.label.onOneLine, $0.style, true) }
    default: return []
    }
  }
}

extension Script {
  /// Draws the key in rows, the first with its upper edge at `top`.
  mutating func key(_ rows: [[KeyEntry]], left: Double, top: Double) {
    let em = canvas.em
    var top = top
    for row in rows {
      var x = left
      for entry in row {
        let y = top - canvas.leading() * 0.5
        if entry.isBar {
          rectangle(
            Box(left: x, bottom: y - em * 0.35, right: x + em * 0.9, top: y + em * 0.35),
            colour: canvas.theme.area(entry.style.colour))
        } else {
          point(entry.style, x + em * 0.45, y)
        }
        lines(entry.lines, x + em * 1.3, top: top, size: 0.95, leading: canvas.leading())
        x += entry.width
      }
      top -= KeyEntry.height(of: row, canvas)
    }
  }
}
