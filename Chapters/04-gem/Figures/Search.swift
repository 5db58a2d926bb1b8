import Book
import CLCore
import Lessons

/// The search over v as a path on the map of the dual, and the step g̃ that each v stands for.
func searchFigure(_ gradients: Gradients) -> Figure {
  let steps = gradients.search()
  let (reach, size) = (3.4, 1.9)
  let axis = grid(0, size, 81)
  let map = Field(
    x: 0...size, y: 0...size, columns: axis.count,
    values: axis.flatMap { y in axis.map { x in min(gradients.dual([x, y]), 1) } },
    label: "½ v⊤Av + b⊤v", levels: 12)
  let names = ["start", "1 enters", "2 enters"]
  let path = Line(
    x: steps.map { $0.v[0] }, y: steps.map { $0.v[1] }, style: SeriesStyle(.white, .solid, .none),
    isEmphasised: true)
  let stops = steps.map { gradients.step($0.v) }
  let arrows = stops.dropLast().enumerated().flatMap { i, stop in
    arrow(["g", "after 1"][i], to: stop, [Ink.current, Ink.projected][i])
  }
  return Figure(
    title: "Two steps of the solver: one constraint at a time becomes active",
    alt: """
      On the left a map of the dual over v₁ and v₂ with a path of two straight pieces: along the v₁ axis, \
      then up to the minimum. On the right the plane of two weights: g, the step after the first piece, \
      which opposes only g₂, and the end at zero.
      """,
    caption: "The third case of the figure before. Each stop on the left is a step g + G⊤v on the "
      + "right. On the map 1 and more is one colour.",
    panels: [
      Panel(
        title: "the unknowns v", x: Axis("v₁", range: -0.12...size, ticks: [0, 0.5, 1, 1.5]),
        y: Axis("v₂", range: -0.12...size, ticks: [0, 0.5, 1, 1.5]),
        marks: [
          .field(map), .line(path),
          .points(
            Points(
              x: steps.map { $0.v[0] }, y: steps.map { $0.v[1] }, names: names,
              style: SeriesStyle(.white, .solid, .circle))),
        ], equalUnits: true),
      Panel(
        title: "the step g + G⊤v",
        x: Axis("first weight", range: -reach...reach, ticks: [-2, 0, 2]),
        y: Axis("second weight", range: -reach...reach, ticks: [-2, 0, 2]),
        marks: [cone(gradients.old, reach: reach, Ink.projected)]
          + oldArrows(gradients.old.map { $0.map { 0.8 * $0 } })
          + arrows + zip(stops, stops.dropFirst()).map { move($0, $1) }
          + [.text(Note("after 2: 0", x: -0.55, y: 0.4, side: .left, colour: Ink.projected))],
        equalUnits: true),
    ], columns: 2, aspect: 0.55)
}
