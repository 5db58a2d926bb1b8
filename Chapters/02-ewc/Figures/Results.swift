import Book
import CLCore
import Lessons

private let accuracyTicks = [0, 0.2, 0.4, 0.6, 0.8, 1]

/// The average accuracy on the tasks so far with its band, and that on the first task seed by seed.
func fiveTasksFigure(_ outcomes: [Outcome], _ scale: Scale, seeds: Int) -> Figure {
  let tasks = (1...(outcomes.first?.runs.first?.tasks ?? 1)).map(Double.init)
  func curve(_ value: (Int) -> Double?) -> [Double] { tasks.map { value(Int($0)) ?? .nan } }
  func axis(_ label: String) -> Axis {
    Axis(label, range: 0.4...1.01, ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }
  let averages = outcomes.map { outcome in
    let band = Band(outcome.runs.map { run in curve { run.matrix.averageAccuracy(after: $0) } })
    return Mark.line(
      band.line(
        outcome.name, x: tasks, style: SeriesStyle(method: outcome.name), showsPoints: true))
  }
  let firsts = ["fine-tuning", "EWC"].compactMap { outcomes[$0] }.flatMap { outcome in
    outcome.runs.enumerated().map { number, run in
      Mark.line(
        Line(
          number == 0 ? outcome.name : nil, x: tasks, y: curve { run.matrix[after: $0, on: 0] },
          style: SeriesStyle(method: outcome.name), showsPoints: true))
    }
  }
  return Figure(
    title: "EWC keeps five tasks about as well as joint training, whatever the seed",
    alt: """
      Two panels over the number of tasks learnt. Left, the average accuracy on the tasks so far: joint \
      training and EWC stay near the top, L2 a little lower, fine-tuning falls. Right, the accuracy on the \
      first task, one line a seed: with EWC all lines stay near the top, with fine-tuning some fall by half.
      """,
    caption: "Task-incremental. Left: \(seedsNote(seeds)). Right: one line a seed. "
      + "\(scale.words).",
    panels: [
      Panel(
        title: "tasks so far", x: Axis("tasks learnt", ticks: tasks), y: axis("accuracy"),
        marks: averages),
      Panel(
        title: "first task, seed by seed", x: Axis("tasks learnt", ticks: tasks), y: axis(""),
        marks: firsts),
    ], columns: 2, aspect: 0.5)
}

/// ACC in the three scenarios, beside what guessing would give.
func scenariosFigure(_ outcomes: [Outcome], seeds: Int) -> Figure {
  let guessing = Bars.Series(
    "guessing", [0.5, 0.5, 0.1], style: SeriesStyle(Colour.grey.mixed(with: .white, share: 0.6)))
  let methods = outcomes.of(.task).map { method in
    let met = Scenario.allCases.map { outcomes.of($0)[method.name]?.acc }
    return Bars.Series(
      method.name, met.map { $0?.mean ?? .nan }, errors: met.map { $0?.margin() ?? 0 },
      style: SeriesStyle(method: method.name))
  }
  return .bars(
    title: "Told the task, EWC comes close to joint training; not told, it does not",
    alt: """
      Bars of final average accuracy for fine-tuning, L2, EWC and joint training in three scenarios. In \
      the task-incremental scenario EWC is as high as joint training; in the domain-incremental one it \
      stays below it; in the class-incremental one fine-tuning, L2 and EWC are all near one fifth and \
      joint training is far above.
      """,
    caption: "ACC after five tasks, λ chosen for each scenario on a seed that is not shown. "
      + "\(seedsNote(seeds)).",
    y: Axis("average accuracy", range: 0...1.1, ticks: accuracyTicks),
    categories: Scenario.allCases.map(\.name), [guessing] + methods)
}
