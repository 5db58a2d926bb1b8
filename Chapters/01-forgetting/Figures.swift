import Book
import CLCore
import Lessons

private let accuracyTicks = [0, 0.2, 0.4, 0.6, 0.8, 1]

/// ACC of every method in every scenario as grouped bars, beside what guessing would give.
func boundsBars(_ outcomes: [Outcome]) -> [Bars.Series] {
  let guessing = Bars.Series(
    "guessing", [0.5, 0.5, 0.1], style: SeriesStyle(Colour.grey.mixed(with: .white, share: 0.6)))
  let names = outcomes.of(.task).map(\.name)
  return [guessing]
    + names.map { name in
      let met = Scenario.allCases.map { outcomes.of($0)[name] }
      return Bars.Series(
        name, met.map { $0?.acc.mean ?? .nan }, errors: met.map { $0?.acc.margin() ?? 0 },
        style: SeriesStyle(method: name))
    }
}

/// The shares of tasks in a blurred stream, [steps][tasks], each task named over its peak.
func blendFigure(title: String, alt: String, caption: String, _ shares: [[Double]]) -> Figure {
  let tasks = shares.first?.indices ?? 0..<0
  let marks = tasks.flatMap { task -> [Mark] in
    let steps = shares.indices.filter { shares[$0][task] > 0 }
    let middle = Double(steps.reduce(0, +)) / Double(max(steps.count, 1))
    let style = SeriesStyle.distinct[task]
    return [
      .line(
        Line(
          x: steps.map(Double.init), y: steps.map { shares[$0][task] }, style: style)),
      .text(Note("task \(task + 1)", x: middle, y: 1.06, side: .centre, colour: style.colour)),
    ]
  }
  return Figure(
    title: title, alt: alt, caption: caption,
    panels: [
      Panel(
        x: Axis("training steps"),
        y: Axis("share of the samples", range: 0...1.12, ticks: accuracyTicks),
        marks: marks)
    ], aspect: 0.45)
}

/// Average accuracy after each task against the steps spent until then, in units of one task's steps.
func priceFigure(
  title: String, alt: String, caption: String, _ outcomes: [Outcome]
) -> Figure {
  let marks = outcomes.filter { $0.name != "frozen features" }.flatMap { outcome -> [Mark] in
    let tasks = 1...(outcome.runs.first?.stream.count ?? 1)
    let accuracies: [[Double]] = outcome.runs.map { run in
      tasks.map { run.matrix.averageAccuracy(after: $0) ?? .nan }
    }
    // Joint training spends as much on task t as on t tasks.
    let spent: [Double] = tasks.map {
      outcome.name == "joint" ? Double($0 * ($0 + 1) / 2) : Double($0)
    }
    let style = SeriesStyle(method: outcome.name)
    let band = Band(accuracies)
    let last = Double(spent.last ?? 0)
    return [
      .line(band.line(nil, x: spent, style: style, showsPoints: true)),
      .text(Note(outcome.name, x: last + 0.3, y: band.mean.last ?? 0, colour: style.colour)),
    ]
  }
  return Figure(
    title: title, alt: alt, caption: caption,
    panels: [
      Panel(
        x: Axis("training steps spent, in units of one task", range: 0...17),
        y: Axis("average accuracy on the tasks so far", range: 0...1.1, ticks: accuracyTicks),
        marks: marks)
    ])
}

/// Accuracy on A against accuracy on B, one point a learning rate.
func dilemmaFigure(
  title: String, alt: String, caption: String, _ rates: [Double], a: Band, b: Band
) -> Figure {
  let style = SeriesStyle(method: "fine-tuning")
  // Rates that leave B where it was lie on each other; one name is enough for them.
  let names = rates.indices.map { i in
    i == 0 || b.mean[i] > 0.05 && a.mean[i] > 0.1 || i == rates.count - 1
      ? "rate \(rates[i])" : ""
  }
  let marks: [Mark] = [
    .line(Line(x: b.mean, y: a.mean, low: a.low, high: a.high, style: style)),
    .points(Points(x: b.mean, y: a.mean, names: names, style: style)),
    .text(Note("where every method wants to be", x: 0.98, y: 0.97, side: .left, colour: .grey)),
  ]
  return Figure(
    title: title, alt: alt, caption: caption,
    panels: [
      Panel(
        x: Axis("accuracy on B: plasticity", range: 0...1.05, ticks: accuracyTicks),
        y: Axis("accuracy on A: stability", range: 0...1.05, ticks: accuracyTicks), marks: marks)
    ], aspect: 0.7)
}
