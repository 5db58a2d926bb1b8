extension Figure {
  /// This figure without what a logarithmic axis cannot show: values that are not above 0 become NaN,
  /// so that they leave a gap and are counted as such.
  var drawable: Figure {
    var figure = self
    figure.panels = panels.map { panel in
      guard panel.x.isLogarithmic || panel.y.isLogarithmic else { return panel }
      func positive(_ values: [Double], on axis: Axis) -> [Double] {
        axis.isLogarithmic ? values.map { $0 > 0 ? $0 : .nan } : values
      }
      var panel = panel
      panel.marks = panel.marks.map { mark in
        switch mark {
        case .line(var line):
          line.x = positive(line.x, on: panel.x)
          line.y = positive(line.y, on: panel.y)
          if panel.y.isLogarithmic {
            // A band that reaches 0 or below leaves the panel at its lower edge; its curve does not.
            let lowest = line.y.filter { $0 > 0 && $0.isFinite }.min() ?? 1
            let edge = panel.y.range?.lowerBound ?? lowest / 10
            line.low = line.low.map { $0 > 0 || $0.isNaN ? $0 : edge }
          }
          line.high = positive(line.high, on: panel.y)
          return .line(line)
        case .points(var points):
          points.x = positive(points.x, on: panel.x)
          points.y = positive(points.y, on: panel.y)
          return .points(points)
        case .reference(var line):
          let axis = line.direction == .horizontal ? panel.y : panel.x
          line.value = positive([line.value], on: axis)[0]
          return .reference(line)
        case .text(var note):
          note.x = positive([note.x], on: panel.x)[0]
          note.y = positive([note.y], on: panel.y)[0]
          return .text(note)
        case .arrow(var arrow):
          let x = positive([arrow.from.x, arrow.to.x], on: panel.x)
          let y = positive([arrow.from.y, arrow.to.y], on: panel.y)
          arrow = Arrow(from: Place(x[0], y[0]), to: Place(x[1], y[1]), colour: arrow.colour)
          return .arrow(arrow)
        case .bars, .heatmap, .field, .images, .shade: return mark
        }
      }
      return panel
    }
    return figure
  }
}
