extension Figure {
  func higher(by factor: Double) -> Figure {
    var figure = self
    figure.aspect *= factor
    return figure
  }

  /// The same panels in a grid of fewer columns, each about as high for its width as before, but none much
  /// higher than wide. A panel that shared the name of its y axis or its scale of colours with its neighbour gets
  /// it back.
  func stacked(in fewer: Int) -> Figure {
    func rows(_ columns: Int) -> Double { Double((panels.count + columns - 1) / columns) }
    var figure = self
    let height = min(aspect * Double(columns) / rows(columns), fewer == 1 ? 0.65 : 1)
    figure.columns = fewer
    figure.aspect = height * rows(fewer) / Double(fewer)
    for i in panels.indices where panels[i].y.label.isEmpty && i % fewer == 0 {
      figure.panels[i].y.label = panels[i - i % columns].y.label
    }
    let scales = panels.indices.filter { panels[$0].showsScale }
    for i in panels.indices where i % fewer == fewer - 1 {
      // The one that shows the scale for this panel's row stood to the right of it.
      if scales.contains(where: { $0 >= i && $0 / columns == i / columns }) {
        figure.panels[i].showsScale = true
      }
    }
    return figure
  }
}

extension Figure {
  /// The same panels with more of them side by side.
  func spread(in columns: Int) -> Figure {
    var figure = self
    figure.columns = columns
    return figure
  }
}

extension PanelPlan {
  /// Whether words that the figure itself places would lie on each other.
  func notesCollide(in frame: Box) -> Bool {
    guard !canvas.isTerminal else { return false }
    let x = Scale(
      range: xRange, isLogarithmic: panel.x.isLogarithmic, from: frame.left, to: frame.right)
    let y = Scale(
      range: yRange, isLogarithmic: panel.y.isLogarithmic, from: frame.bottom, to: frame.top)
    let boxes = panel.marks.compactMap { mark -> Box? in
      guard case .text(let note) = mark, note.x.isFinite, note.y.isFinite else { return nil }
      let width = canvas.width(note.words, 0.95)
      let left =
        switch note.side {
        case .right: x(note.x)
        case .left: x(note.x) - width
        case .centre: x(note.x) - width / 2
        }
      let half = canvas.leading(0.95) * 0.4
      return Box(left: left, bottom: y(note.y) - half, right: left + width, top: y(note.y) + half)
    }
    return boxes.indices.contains { i in boxes[(i + 1)...].contains { $0.overlaps(boxes[i]) } }
  }
}

extension Panel {
  /// Whether the scale of its colours stands beside it.
  fileprivate var showsScale: Bool {
    get {
      marks.contains { mark in
        switch mark {
        case .heatmap(let map): map.showsScale
        case .field(let field): field.showsScale
        default: false
        }
      }
    }
    set {
      marks = marks.map { mark in
        switch mark {
        case .heatmap(var map):
          map.showsScale = newValue
          return .heatmap(map)
        case .field(var field):
          field.showsScale = newValue
          return .field(field)
        default: return mark
        }
      }
    }
  }
}
