/// One entry of the key over a panel: for bars and groups of points, which have no end to label.
struct KeyEntry {
  var text: String
  var style: SeriesStyle
  var isBar: Bool

  static func entries(_ marks: [Mark]) -> [KeyEntry] {
    marks.flatMap { mark -> [KeyEntry] in
      switch mark {
      case .points(let points):
        guard let label = points.label?.onOneLine, !label.isEmpty else { return [] }
        return [KeyEntry(text: label, style: points.style, isBar: false)]
      case .bars(let bars) where bars.series.count > 1:
        return bars.series.map { KeyEntry(text: $0.label.onOneLine, style: $0.style, isBar: true) }
      default: return []
      }
    }
  }

  /// The entries in rows no wider than `width`.
  static func rows(_ entries: [KeyEntry], _ canvas: Canvas, width: Double) -> [[KeyEntry]] {
    var rows: [[KeyEntry]] = []
    var used = 0.0
    for entry in entries {
      let needed = entry.width(canvas)
      if rows.isEmpty || used + needed > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += needed
    }
    return rows
  }

  func width(_ canvas: Canvas) -> Double { canvas.width(text, 0.95) + canvas.em * 2.6 }
}

extension Script {
  /// Draws the key in rows, the first with its upper edge at `top`.
  mutating func key(_ entries: [KeyEntry], left: Double, top: Double, width: Double) {
    let em = canvas.em
    for (i, row) in KeyEntry.rows(entries, canvas, width: width).enumerated() {
      let y = top - canvas.leading() * (Double(i) + 0.5)
      var x = left
      for entry in row {
        if entry.isBar {
          rectangle(
            Box(left: x, bottom: y - em * 0.35, right: x + em * 0.9, top: y + em * 0.35),
            colour: entry.style.colour)
        } else {
          point(entry.style, x + em * 0.45, y)
        }
        label(entry.text, x + em * 1.3, y, size: 0.95)
        x += entry.width(canvas)
      }
    }
  }
}
