/// The figures that chapters need most, each in one call.
extension Figure {
  /// Curves over one pair of axes, each labelled at its end, with references and shaded stretches.
  public static func curves(
    title: String, alt: String, caption: String = "", x: Axis, y: Axis, _ series: [Line],
    references: [Reference] = [], shades: [Shade] = []
  ) -> Figure {
    Figure(
      title: title, alt: alt, caption: caption,
      panels: [Panel(x: x, y: y, marks: .over(series, references: references, shades: shades))])
  }

  /// The accuracy matrix R: `values[i][j]` is the accuracy on task j + 1 after training on task i,
  /// where row 0 is the network before any training. Where it is NaN there is no cell.
  public static func matrix(
    title: String, alt: String, caption: String = "", _ values: [[Double]],
    rows: String = "after training on task", columns: String = "tested on task",
    rowNames: [String]? = nil, columnNames: [String]? = nil,
    scale: ColourScale = .sequential(0...1), label: String = "accuracy", decimals: Int = 2
  ) -> Figure {
    let width = values.map(\.count).max() ?? 0
    let heatmap = Heatmap(
      cells: .defined(in: values),
      rows: rowNames ?? values.indices.map { $0 == 0 ? "start" : String($0) },
      columns: columnNames ?? (0..<width).map { String($0 + 1) }, scale: scale, label: label,
      decimals: decimals)
    return Figure(
      title: title, alt: alt, caption: caption,
      panels: [Panel(x: Axis(columns), y: Axis(rows), marks: [.heatmap(heatmap)])])
  }

  /// A confusion matrix: `counts[i][j]` examples of class i were called j. Colours show the share of
  /// the class (row), numbers its percentage.
  public static func confusion(
    title: String, alt: String, caption: String = "", _ counts: [[Int]], classes: [String]
  ) -> Figure {
    let shares = counts.map { row in
      let total = Double(max(row.reduce(0, +), 1))
      return row.map { 100 * Double($0) / total }
    }
    let heatmap = Heatmap(
      cells: .defined(in: shares), rows: classes, columns: classes, scale: .sequential(0...100),
      label: "% of the true class", decimals: 0, hidesZeros: true)
    return Figure(
      title: title, alt: alt, caption: caption,
      panels: [
        Panel(x: Axis("predicted class"), y: Axis("true class"), marks: [.heatmap(heatmap)])
      ], aspect: 0.85)
  }

  /// Grouped bars with error bars and values, and references across them.
  public static func bars(
    title: String, alt: String, caption: String = "", y: Axis, categories: [String],
    _ series: [Bars.Series], references: [Reference] = [], decimals: Int = 2
  ) -> Figure {
    Figure(
      title: title, alt: alt, caption: caption,
      panels: [
        Panel(
          y: y,
          marks: [.bars(Bars(categories: categories, series: series, decimals: decimals))]
            + references.map { .reference($0) })
      ])
  }

  /// A sheet of images in rows and columns.
  public static func imageSheet(
    title: String, alt: String, caption: String = "", _ sheet: ImageSheet, aspect: Double = 0.625
  ) -> Figure {
    Figure(
      title: title, alt: alt, caption: caption,
      panels: [Panel(x: .hidden, y: .hidden, marks: [.images(sheet)])], aspect: aspect)
  }

  /// A function over a plane with points on it, such as a loss around θ*_A and θ*_B. Give several
  /// fields to see the same points on each, side by side and on one colour scale.
  public static func plane(
    title: String, alt: String, caption: String = "", x: Axis, y: Axis,
    _ fields: [(title: String, field: Field)], points: [Points] = [], arrows: [Arrow] = [],
    aspect: Double = 0.625
  ) -> Figure {
    let above = points.map { Mark.points($0) } + arrows.map { .arrow($0) }
    let extremes = fields.compactMap { $0.field.range ?? $0.field.extremes }
    let low = extremes.map(\.lowerBound).min() ?? 0
    let high = extremes.map(\.upperBound).max() ?? 1
    return Figure(
      title: title, alt: alt, caption: caption,
      panels: fields.enumerated().map { i, item in
        var field = item.field
        field.range = low...high
        field.showsScale = i == fields.count - 1
        var side = y
        if i > 0 { side.label = "" }
        return Panel(
          title: item.title, x: x, y: side, marks: [.field(field)] + above, equalUnits: true)
      }, columns: fields.count, aspect: aspect)
  }
}

extension [Mark] {
  /// Shades, references and lines as marks, in the order in which they are laid over each other.
  public static func over(
    _ series: [Line], references: [Reference] = [], shades: [Shade] = []
  ) -> [Mark] {
    shades.map { .shade($0) } + references.map { .reference($0) } + series.map { .line($0) }
  }
}

extension [Heatmap.Cell] {
  /// The values of a matrix as cells; NaN is none.
  static func defined(in values: [[Double]]) -> Self {
    values.enumerated().flatMap { i, row in
      row.enumerated().compactMap { j, value in
        value.isNaN ? nil : Heatmap.Cell(row: i, column: j, value: value)
      }
    }
  }
}
