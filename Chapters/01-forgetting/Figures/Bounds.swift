import Book
import CLCore
import Lessons

/// Where an axis of accuracies has its ticks.
let accuracyTicks = [0, 0.2, 0.4, 0.6, 0.8, 1]

/// R of fine-tuning.
func matrixFigure(_ values: [[Double]], seeds: Int) -> Figure {
  .matrix(
    title: "Each task is learnt, then lost: bright diagonal, dim below it",
    alt: """
      Accuracy on each of five tasks after each of them was trained, domain-incremental. The diagonal \
      is near 1; below it the accuracies are lower and uneven, above it they are near one half.
      """,
    caption: "R of fine-tuning on five tasks, domain-incremental. "
      + (seeds > 1 ? "Mean over \(seeds) seeds." : "One seed."), values)
}

/// ACC of every method in every scenario, beside what guessing would give.
func boundsFigure(_ outcomes: [Outcome], _ scale: Scale, seeds: Int) -> Figure {
  let guessing = Bars.Series(
    "guessing", [0.5, 0.5, 0.1], style: SeriesStyle(Colour.grey.mixed(with: .white, share: 0.6)))
  let methods = outcomes.of(.task).map { method in
    let met = Scenario.allCases.map { outcomes.of($0)[method.name] }
    return Bars.Series(
      method.name, met.map { $0?.acc.mean ?? .nan }, errors: met.map { $0?.acc.margin() ?? 0 },
      style: SeriesStyle(method: method.name), absent: met.indices.filter { met[$0] == nil })
  }
  return .bars(
    title: "Told the task, little is lost; asked for the class, nearly everything",
    alt: """
      Bars of final average accuracy for fine-tuning, frozen features, separate networks and joint \
      training in three scenarios. Joint training is high everywhere. Fine-tuning is high in the \
      task-incremental scenario, between guessing and joint in the domain-incremental one, and at one \
      fifth in the class-incremental one.
      """,
    caption: "ACC after five tasks. Separate networks must be told the task. "
      + "\(seedsNote(seeds)). \(scale.words).",
    y: Axis("average accuracy", range: 0...1.1, ticks: accuracyTicks),
    categories: Scenario.allCases.map(\.name), [guessing] + methods)
}

/// Average accuracy after each task against the steps spent until then, in units of one task's steps.
func priceFigure(_ outcomes: [Outcome], seeds: Int) -> Figure {
  let marks = outcomes.filter { $0.name != "frozen features" }.flatMap { outcome -> [Mark] in
    let tasks = 1...(outcome.runs.first?.tasks ?? 1)
    let band = Band(
      outcome.runs.map { run in
        tasks.map { run.matrix.averageAccuracy(after: $0) ?? .nan }
      })
    // Joint training spends as much on task t as on t tasks.
    let spent = tasks.map { outcome.name == "joint" ? $0 * ($0 + 1) / 2 : $0 }.map(Double.init)
    let style = SeriesStyle(method: outcome.name)
    return [
      .line(band.line(nil, x: spent, style: style, showsPoints: true)),
      .text(
        Note(
          outcome.name, x: (spent.last ?? 0) + 0.3, y: band.mean.last ?? 0, colour: style.colour)),
    ]
  }
  return Figure(
    title: "Joint training stays accurate and pays for it at every task",
    alt: """
      Average accuracy on the tasks so far, after each of five tasks, against the training steps spent \
      until then, class-incremental. Fine-tuning falls from above 0.9 to 0.2 within five times the steps \
      of one task; joint training stays above 0.8 and needs fifteen times the steps.
      """,
    caption: "Class-incremental; one marker a task. \(seedsNote(seeds)).",
    panels: [
      Panel(
        x: Axis(
          "training steps spent, in units of one task", range: 0...17, ticks: [0, 5, 10, 15]),
        y: Axis("average accuracy on the tasks so far", range: 0...1, ticks: accuracyTicks),
        marks: marks)
    ])
}

/// What fine-tuning takes each class for after five tasks.
func collapseFigure(_ report: ClassificationReport) -> Figure {
  .confusion(
    title: "After five tasks every image is taken for one of the last two classes",
    alt: """
      Confusion matrix of ten classes in the order they were learnt. All answers lie in the last two \
      columns.
      """,
    caption: "Class-incremental fine-tuning, seed 1; classes in the order they were learnt.",
    report.confusion, classes: report.names)
}
