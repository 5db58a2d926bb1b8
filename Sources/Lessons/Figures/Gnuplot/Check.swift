extension Gnuplot {
  /// Refuses what cannot be drawn, before anything is written.
  static func check(_ figure: Figure, named name: String) throws(FigureError) {
    if let what = fault(in: name) ?? fault(in: figure) {
      throw FigureError(figure: name.onOneLine, problem: .invalid(what))
    }
  }

  /// Refuses frames that cannot be drawn, or not as one.
  static func check(_ animation: Animation, named name: String) throws(FigureError) {
    var problem = fault(in: name) ?? animation.fault
    for (i, frame) in animation.frames.enumerated() where problem == nil {
      problem = fault(in: frame).map { "frame \(i + 1): \($0)" }
    }
    if let problem { throw FigureError(figure: name.onOneLine, problem: .invalid(problem)) }
  }

  /// A stem that is safe in any shell, script, page or file system.
  private static func fault(in name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    return isPlain && !name.isEmpty && !name.hasPrefix("-") && name.utf8.count <= 100
      ? nil : "a figure's name is lower-case letters, digits and hyphens, such as 'forgetting-1'"
  }

  private static func fault(in figure: Figure) -> String? {
    if figure.alt.onOneLine.isEmpty {
      return "it has no alt text; say in words what the picture shows"
    }
    if figure.title.onOneLine.isEmpty { return "it has no title; state the finding" }
    if figure.panels.isEmpty { return "it has no panels" }
    if !(figure.aspect > 0.05 && figure.aspect < 20) { return "its aspect is \(figure.aspect)" }
    for (i, panel) in figure.panels.enumerated() {
      let place = figure.panels.count > 1 ? "panel \(i + 1): " : ""
      if let what = fault(in: panel) { return place + what }
    }
    return nil
  }

  private static func fault(in panel: Panel) -> String? {
    if panel.marks.isEmpty { return "it has no marks" }
    for (name, axis) in [("x", panel.x), ("y", panel.y)] {
      if let range = axis.range {
        if !range.lowerBound.isFinite || !range.upperBound.isFinite {
          return "the range of its \(name) axis is not finite"
        }
        if axis.isLogarithmic, range.lowerBound <= 0 {
          return "the range of its logarithmic \(name) axis begins at \(range.lowerBound)"
        }
      }
      if let names = axis.names, names.count != axis.ticks?.count ?? 0 {
        return "its \(name) axis has \(names.count) names for \(axis.ticks?.count ?? 0) ticks"
      }
    }
    for mark in panel.marks { if let what = fault(in: mark) { return what } }
    return panel.marks.contains(where: hasData) ? nil : "it has no finite data to draw"
  }

  private static func fault(in mark: Mark) -> String? {
    switch mark {
    case .line(let line):
      let name = "the line '\((line.label ?? "").onOneLine)'"
      if line.x.count != line.y.count {
        return "\(name) has \(line.x.count) x and \(line.y.count) y values"
      }
      let edges = [line.low.count, line.high.count]
      return edges == [0, 0] || edges == [line.x.count, line.x.count]
        ? nil : "\(name) has \(line.x.count) points but a band of \(edges[0]) and \(edges[1])"
    case .points(let points):
      if points.x.count != points.y.count {
        return "points have \(points.x.count) x and \(points.y.count) y values"
      }
      return points.names.isEmpty || points.names.count == points.x.count
        ? nil : "\(points.x.count) points have \(points.names.count) names"
    case .bars(let bars):
      for series in bars.series {
        let counts = [series.values.count, series.errors.count, series.styles.count]
        let n = bars.categories.count
        if counts[0] != n || !counts[1...].allSatisfy({ $0 == 0 || $0 == n }) {
          return
            "the bars '\(series.label.onOneLine)' have \(counts[0]) values, \(counts[1]) errors "
            + "and \(counts[2]) styles for \(n) categories"
        }
      }
      return nil
    case .heatmap(let map):
      let stray = map.cells.first {
        !map.rows.indices.contains($0.row) || !map.columns.indices.contains($0.column)
      }
      return stray.map {
        "the cell (\($0.row), \($0.column)) lies outside \(map.rows.count) × \(map.columns.count)"
      }
    case .field(let field):
      return field.columns > 1 && field.values.count >= 2 * field.columns
        && field.values.count % field.columns == 0
        ? nil : "a field of \(field.values.count) values has rows of \(field.columns)"
    case .images(let sheet):
      let broken = sheet.images.joined().compactMap { $0 }.first {
        $0.width <= 0 || $0.pixels.isEmpty || $0.pixels.count % $0.width != 0
      }
      return broken.map { "an image of \($0.pixels.count) bytes has rows of \($0.width)" }
    case .reference, .shade, .text, .arrow: return nil
    }
  }

  private static func hasData(_ mark: Mark) -> Bool {
    switch mark {
    case .line(let line): zip(line.x, line.y).contains { $0.isFinite && $1.isFinite }
    case .points(let points): zip(points.x, points.y).contains { $0.isFinite && $1.isFinite }
    case .bars(let bars): bars.series.contains { $0.values.contains(where: \.isFinite) }
    case .heatmap(let map): map.cells.contains(where: \.value.isFinite)
    case .field(let field): field.values.contains(where: \.isFinite)
    case .images(let sheet): sheet.images.joined().contains { $0 != nil }
    case .reference, .shade, .text, .arrow: false
    }
  }
}
