import Book
import CLCore
import Lessons

/// ACC against the numbers kept: a point for each method and width, joined by method.
func parametersFigure(
  _ journeys: [Journeys], joint: Journeys, _ widths: [[Int]], _ pairs: Pairs
) -> Figure {
  func thousands(_ point: Journeys) -> Double { point.kept / 1000 }
  let names = journeys.reduce(into: [String]()) { names, method in
    if !names.contains(method.name) { names.append(method.name) }
  }
  let marks = names.flatMap { name -> [Mark] in
    let points = journeys.filter { $0.name == name }.sorted { $0.kept < $1.kept }
    let style = SeriesStyle(method: name)
    let whiskers = points.compactMap { point -> Mark? in
      guard let margin = point.acc.margin() else { return nil }
      let ends = [point.acc.mean - margin, point.acc.mean + margin]
      return .line(
        Line(
          x: [thousands(point), thousands(point)], y: ends,
          style: SeriesStyle(style.colour, .solid, .none)))
    }
    let line = Line(
      name, x: points.map(thousands), y: points.map(\.acc.mean), style: style, showsPoints: true)
    return whiskers + [.line(line)]
  }
  let kept = journeys.map(thousands)
  let span = 0.8 * (kept.min() ?? 1)...1.2 * (kept.max() ?? 2)
  let shown = widths.map(\.widths).joined(separator: ", ")
  return Figure(
    title: "Five small networks of their own are hard to beat",
    alt: """
      Average accuracy against the numbers kept, on a logarithmic axis, a line for each of five methods \
      through its widths. At the largest width all but DEN end near the same accuracy, PackNet with a sixth \
      of what PNN keeps; separate networks of thirty units a layer keep as little as PackNet and end as high.
      """,
    caption: "Hidden layers of \(shown) units at the beginning. PackNet gives back three quarters. "
      + "\(seedsNote(journeys[0].all.count)). \(pairs.plenty) images a class, \(pairs.steps) steps a task.",
    panels: [
      Panel(
        x: Axis("numbers kept, in thousands", range: span, isLogarithmic: true),
        y: Axis("average accuracy"),
        marks: [
          .reference(.horizontal(joint.acc.mean, "joint", dash: .dashed))
        ] + marks)
    ])
}
