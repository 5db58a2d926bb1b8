import Book
import Lessons

/// The colours of a plane of gradients, the same in every figure of the chapter.
enum Ink {
  static let current = SeriesStyle(method: "fine-tuning").colour
  static let old = SeriesStyle.task(0, of: 2).colour
  static let projected = SeriesStyle(method: "GEM").colour
  static let averaged = SeriesStyle(method: "A-GEM").colour
  static let added = Colour.purple
}

/// The steps that oppose none of `old`, as a shaded part of the square of half-width `reach`.
func cone(_ old: [[Double]], reach: Double, _ colour: Colour) -> Mark {
  let x = grid(-reach, reach, 201)
  let edges = x.map { x -> (low: Double, high: Double) in
    var (low, high) = (-reach, reach)
    for row in old {
      // ⟨s, g_k⟩ ≥ 0 bounds y from below where the second weight's slope is positive.
      let edge = -row[0] * x / row[1]
      if row[1] > 0 { low = max(low, edge) } else { high = min(high, edge) }
    }
    return low < high ? (low, high) : (.nan, .nan)
  }
  let inside = x.indices.filter { edges[$0].low.isFinite }
  return .line(
    Line(
      x: inside.map { x[$0] }, y: inside.map { edges[$0].low }, low: inside.map { edges[$0].low },
      high: inside.map { edges[$0].high }, style: SeriesStyle(colour, .dotted, .none)))
}

/// An arrow from the origin, named so far beyond its head, or `nudge` away from it.
func arrow(
  _ name: String, to end: [Double], _ colour: Colour, beyond: Double = 0.42, nudge: [Double]? = nil
) -> [Mark] {
  let length = max(dot(end, end).squareRoot(), 1e-9)
  let offset = nudge ?? end.map { $0 * beyond / length }
  return [
    .arrow(Arrow(from: Place(0, 0), to: Place(end[0], end[1]), colour: colour)),
    .text(
      Note(name, x: end[0] + offset[0], y: end[1] + offset[1], side: .centre, colour: colour)),
  ]
}

/// The move from one step to another, thin and without a name.
func move(_ from: [Double], _ to: [Double]) -> Mark {
  .line(
    Line(
      x: [from[0], to[0]], y: [from[1], to[1]],
      style: SeriesStyle(Ink.projected, .dotted, .none)))
}

/// g and g̃ for three gradients of the current task before the same two old tasks.
func coneFigure(_ cases: [(title: String, gradients: Gradients)]) -> Figure {
  let reach = 4.2
  let panels = cases.enumerated().map { i, item in
    let gradients = item.gradients
    let projected = gradients.projected
    let moved = dot(projected, projected) > 1e-9
    let same = zip(projected, gradients.g).allSatisfy { abs($0 - $1) < 1e-9 }
    // Three panels are small, and so are the units of their axes.
    let old = oldArrows(gradients.old, beyond: 0.65)
    let current =
      same
      ? arrow("g = g̃", to: gradients.g, Ink.projected, nudge: [1.35, 0.8])
      : arrow("g", to: gradients.g, Ink.current, beyond: 0.55)
    let step =
      same
      ? []
      : [move(gradients.g, projected)]
        + (moved
          ? arrow("g̃", to: projected, Ink.projected, nudge: [0.4, 0.35])
          : [.text(Note("g̃ = 0", x: 0.5, y: -1.3, colour: Ink.projected))])
    let allowed = Note("allowed", x: 3.05, y: 3.25, side: .centre, colour: Ink.projected)
    // Nothing points far down: the picture is the larger for ending there.
    let span = -3.2...reach
    return Panel(
      title: item.title, x: Axis("first weight", range: span, ticks: [-2, 0, 2, 4]),
      y: Axis(i == 0 ? "second weight" : "", range: span, ticks: [-2, 0, 2, 4]),
      marks: [cone(gradients.old, reach: reach, Ink.projected)] + old + current + step
        + (i == 0 ? [.text(allowed)] : []),
      equalUnits: true)
  }
  return Figure(
    title: "g̃ is the nearest allowed step, at right angles to the active tasks only",
    alt: """
      Three planes of two weights with the gradients of two old tasks and a shaded cone of steps that \
      oppose neither. In the first g lies in the cone and is kept. In the second g opposes both, and g̃ \
      lies on one edge of the cone, at right angles to g₁ only. In the third g̃ is zero.
      """,
    caption: "Shaded: ⟨s, g₁⟩ ≥ 0 and ⟨s, g₂⟩ ≥ 0. Dotted from g: the way to the nearest point.",
    panels: panels, columns: 3, aspect: 0.5)
}

/// The gradients of the old tasks, g₁, g₂ and so on.
func oldArrows(_ old: [[Double]], beyond: Double = 0.42) -> [Mark] {
  zip(["g₁", "g₂", "g₃"], old).flatMap { arrow($0, to: $1, Ink.old, beyond: beyond) }
}
