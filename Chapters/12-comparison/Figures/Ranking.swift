import Book
import CLCore
import Lessons

/// How far every method ends below joint training in every scenario, a row a method.
func rankingFigure(_ outcomes: [Outcome], _ names: [String], _ rules: Rules) -> Figure {
  let rows = names.indices.map { Double(names.count - 1 - $0) }
  let panels = Scenario.allCases.enumerated().map { number, scenario in
    let own = outcomes.of(scenario)
    let marks = zip(names, rows).flatMap { name, row -> [Mark] in
      guard let outcome = own[name], let joint = own["joint"] else { return [] }
      return position(of: outcome, below: joint, row: row)
    }
    return Panel(
      title: scenario.name,
      x: Axis(
        number == 1 ? "average accuracy less that of joint training" : "", range: -0.75...0.1,
        ticks: [-0.6, -0.3, 0]),
      y: Axis(
        range: -0.6...Double(names.count) - 0.4, ticks: rows,
        names: number == 0 ? names : names.map { _ in "" }),
      marks: [.reference(.vertical(0))] + marks)
  }
  return Figure(
    title: "The less is told, the more it takes images of the old",
    alt: "Three panels, a row a method, of how far it ends below joint training. "
      + Scenario.allCases.map { nearest(outcomes.of($0), $0) }.joined(separator: " "),
    caption: "After five tasks of two kinds of clothes; means of paired differences and their 95 % "
      + "t-intervals over \(outcomes[0].runs.count) seeds. \(rules.words).",
    panels: panels, columns: 3, aspect: 0.95)
}

/// How many methods of a scenario end near joint training, and which is nearest.
private func nearest(_ own: [Outcome], _ scenario: Scenario) -> String {
  let (joint, others) = (own["joint"]?.acc.mean ?? .nan, own.continual)
  let near = others.count { $0.acc.mean > joint - 0.05 }
  return
    "In the \(scenario.name) panel \(near) of \(others.count) end within 0.05 of it, and nearest is "
    + "\(others.leaders(within: 0).first?.name ?? "none")."
}

/// A method's mean paired difference to joint training, with its interval.
private func position(of outcome: Outcome, below joint: Outcome, row: Double) -> [Mark] {
  let style = SeriesStyle(method: outcome.name)
  let less = Statistics.paired(outcome.accuracies, minus: joint.accuracies)
  let point = Mark.points(Points(x: [less.mean], y: [row], style: style))
  guard let margin = less.margin(), margin > 0 else { return [point] }
  let whisker = Line(
    x: [less.mean - margin, less.mean + margin], y: [row, row],
    style: SeriesStyle(style.colour, .solid, .none))
  return [.line(whisker), point]
}
