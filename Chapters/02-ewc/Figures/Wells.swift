import Book
import Lessons

/// The part of the plane of two weights that is drawn.
private let across = grid(-2.0, 2.5, 91)
private let up = grid(-2.5, 2.0, 91)

/// A function of two weights over the plane, for a panel.
private func field(_ value: (SIMD2<Double>) -> Double, showsScale: Bool) -> Mark {
  .field(
    Field(
      x: across[0]...across[across.count - 1], y: up[0]...up[up.count - 1], columns: across.count,
      values: up.flatMap { y in across.map { x in min(value(SIMD2(x, y)), 0.6) } },
      label: "loss above its minimum", levels: 8, range: 0...0.6, showsScale: showsScale))
}

private func points(_ places: [SIMD2<Double>], _ names: [String]) -> Mark {
  .points(
    Points(
      x: places.map(\.x), y: places.map(\.y), names: names,
      style: SeriesStyle(.white, .solid, .circle)))
}

/// A curve in the style of a method, with the method's name at the place where `worse` is smallest.
private func path(
  _ name: String, _ places: [SIMD2<Double>], _ worse: (SIMD2<Double>) -> Double
) -> [Mark] {
  let style = SeriesStyle(method: name)
  let best = places.min { worse($0) < worse($1) } ?? .zero
  return [
    .line(Line(x: places.map(\.x), y: places.map(\.y), style: style, isEmphasised: true)),
    .points(
      Points(
        x: [best.x], y: [best.y], names: [name], style: SeriesStyle(style.colour, .solid, .circle))),
  ]
}

/// The loss of A, the well that has its curvature, and the well that has only the diagonal of it.
func wellsFigure(_ a: TwoWeights) -> Figure {
  let f = a.fisher(at: a.optimum)
  func depth(_ m: Matrix2) -> (SIMD2<Double>) -> Double {
    { theta in 0.5 * ((theta - a.optimum) * m.times(theta - a.optimum)).sum() }
  }
  let panels: [(String, (SIMD2<Double>) -> Double)] = [
    ("the loss of A", a.rise), ("well with all of F", depth(f)),
    ("well with its diagonal", depth(f.diagonal)),
  ]
  return Figure(
    title: "Near θ*A a well is as steep as the loss; its diagonal loses the tilt",
    alt: """
      Three maps of the plane of two weights. The first, the loss of task A, is a valley, steep across \
      and flat along, a little tilted. The second, the well with the whole Fisher information, is an \
      ellipse with the same tilt. In the third, with the diagonal alone, the ellipse stands upright.
      """,
    caption:
      "What is lost on A when the two weights move away from θ*A; 0.6 and more in one colour.",
    panels: panels.enumerated().map { i, panel in
      Panel(
        title: panel.0, x: Axis("θ₁"), y: Axis(i == 0 ? "θ₂" : ""),
        marks: [field(panel.1, showsScale: i == 2), points([a.optimum], ["θ*A"])],
        equalUnits: true)
    }, columns: 3, aspect: 0.5)
}

/// Where training on B ends for every strength of the hold on A, over the losses of both.
func pullFigure(
  _ a: TwoWeights, _ b: TwoWeights, _ descent: [SIMD2<Double>], _ l2: [SIMD2<Double>],
  _ ewc: [SIMD2<Double>]
) -> Figure {
  func worse(_ theta: SIMD2<Double>) -> Double { max(a.rise(at: theta), b.rise(at: theta)) }
  let paths =
    path("fine-tuning", descent, worse) + path("L2", l2, worse) + path("EWC", ewc, worse)
  return Figure(
    title: "EWC slides along the valley of A, L2 cuts across its wall",
    alt: """
      Two maps of the plane of two weights, the losses of tasks A and B, each a valley; the valleys \
      cross. Fine-tuning runs from the minimum of A over the wall of its valley into that of B. The \
      places where EWC ends, from strong to weak, first follow the valley of A to near the crossing; those of \
      L2 leave it earlier.
      """,
    caption:
      "Dashed: gradient descent on B from θ*A. Solid and dotted: where training on B comes to rest "
      + "with EWC and with L2, for λ from strong (at θ*A) to weak (at θ*B). The dots mark the places "
      + "where the worse of the two losses is smallest.",
    panels: [("loss of A", a), ("loss of B", b)].enumerated().map { i, task in
      Panel(
        title: task.0, x: Axis("θ₁"), y: Axis(i == 0 ? "θ₂" : ""),
        marks: [field(task.1.rise, showsScale: i == 1)] + paths
          + [points([a.optimum, b.optimum], ["θ*A", "θ*B"])],
        equalUnits: true)
    }, columns: 2, aspect: 0.55)
}
