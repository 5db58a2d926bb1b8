import Book
import CLCore
import Lessons

/// What a margin does to the step, by both rules: old tasks that agree, and two that do not.
func marginFigure(_ cases: [(title: String, gradients: Gradients)], margin: Double) -> Figure {
  let reach = 4.2
  let panels = cases.enumerated().map { i, item in
    let gradients = item.gradients
    let solved = gradients.solution()
    let rules: [(String, [Double], Colour, [Double])] = [
      ("γ = 0", solved, .grey, [i == 0 ? -0.85 : 0.55, i == 0 ? 0.1 : 0.4]),
      ("v ≥ γ", gradients.solution(margin: margin), Ink.projected, [i == 0 ? -0.3 : 0.6, 0.4]),
      ("v* + γ", solved.map { $0 + margin }, Ink.added, [i == 0 ? -0.75 : -0.7, 0.4]),
    ]
    return Panel(
      title: item.title, x: Axis("first weight", range: -reach...reach, ticks: [-4, -2, 0, 2, 4]),
      y: Axis(i == 0 ? "second weight" : "", range: -2...reach, ticks: [-2, 0, 2, 4]),
      marks: [cone(gradients.old, reach: reach, Ink.projected)] + oldArrows(gradients.old)
        + arrow("g", to: gradients.g, Ink.current, nudge: [-0.4, -0.15])
        + rules.flatMap { name, v, colour, nudge in
          arrow(name, to: gradients.step(v), colour, nudge: nudge)
        },
      equalUnits: true)
  }
  return Figure(
    title: "A margin turns the step to the old tasks; added, it may turn too far",
    alt: """
      Two planes of two weights with a shaded cone. On the left the steps with a margin lie further \
      inside the cone than the one without, and are longer. On the right, where the old gradients are \
      at an obtuse angle, the step by the rule v* + γ lies outside the cone and the one by v ≥ γ on its \
      edge.
      """,
    caption: "γ = \(margin.formatted()). Shaded: the steps that oppose no old task.",
    panels: panels, columns: 2, aspect: 0.5)
}

/// ACC and BWT against γ, by both rules; [rules][margins][seeds].
func marginSweepFigure(
  _ margins: [Double], _ outcomes: [[Outcome]], rules: [String], rate: Double, _ course: Course
) -> Figure {
  let looks = [SeriesStyle(method: "GEM"), SeriesStyle(Ink.added, .dashed, .square)]
  func panel(_ title: String, _ value: @escaping (Outcome) -> [Double]) -> Panel {
    Panel(
      title: title, x: Axis("margin γ", range: -0.1...2.1), y: Axis(""),
      marks: .over(
        zip(zip(rules, looks), outcomes).map { rule, points in
          let seeds = points.first?.runs.count ?? 0
          let curves = (0..<seeds).map { seed in points.map { value($0)[seed] } }
          return Band(curves).line(rule.0, x: margins, style: rule.1, showsPoints: true)
        }, references: title == "BWT" ? [.horizontal(0)] : []))
  }
  return Figure(
    title: "Without a margin GEM forgets; a margin of 0.5 makes up for it",
    alt: """
      Average accuracy and backward transfer against the margin from 0 to 2, one curve for each of two \
      rules. Both rise from γ = 0, where backward transfer is below zero, to about 0.5; beyond that they are \
      level and the intervals wide.
      """,
    caption: "Rotated, \(course.fewTasks) tasks, learning rate \(rate.formatted()). "
      + "\(seedsNote(outcomes.first?.first?.runs.count ?? 0)). \(course.words).",
    panels: [panel("ACC") { $0.accuracies }, panel("BWT") { $0.transfers }],
    columns: 2, aspect: 0.5)
}

extension Outcome {
  /// Backward transfer, one a seed.
  var transfers: [Double] { runs.compactMap(\.matrix.backwardTransfer) }
}
