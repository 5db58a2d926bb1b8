import Book
import CLCore
import Lessons

/// Average accuracy on the tasks so far, after each task.
func tasksFigure(_ outcomes: [Outcome], joint: Double, _ scale: Scale) -> Figure {
  let tasks = 1...(outcomes[0].runs.first?.tasks ?? 1)
  return .curves(
    title: "A hundred images keep most of what is otherwise lost",
    alt: """
      Average accuracy on all classes met so far after each of five tasks. All begin near 1. Fine-tuning \
      and LwF fall to one fifth; replay and iCaRL stay above two thirds, a tenth below joint training.
      """,
    caption: "Class-incremental; replay and iCaRL keep 100 images in all. "
      + "\(seedsNote(outcomes[0].runs.count)). \(scale.words).",
    x: Axis("tasks learnt", ticks: tasks.map(Double.init)),
    y: Axis("average accuracy on the tasks so far", range: 0...1),
    outcomes.map { outcome in
      Band(
        outcome.runs.map { run in tasks.map { run.matrix.averageAccuracy(after: $0) ?? .nan } }
      ).line(
        outcome.name, x: tasks.map(Double.init), style: SeriesStyle(method: outcome.name),
        showsPoints: true)
    }, references: [.horizontal(joint, "joint, at the end", dash: .dashed)])
}

/// What each class is taken for, the classes in the order learnt, a panel a method.
func confusionFigure(_ names: [String], _ endings: [[Ending]]) -> Figure {
  let panels = zip(names, endings).enumerated().map { number, pair in
    let (name, endings) = pair
    let shares = meanMatrix(endings.map(\.confusion))
    let cells = shares.indices.flatMap { i in
      shares[i].indices.map { Heatmap.Cell(row: i, column: $0, value: 100 * shares[i][$0]) }
    }
    let order = shares.indices.map { String($0 + 1) }
    return Panel(
      title: name, x: Axis(number < 2 ? "" : "taken for class"),
      y: Axis(number % 2 == 0 ? "class, in the order learnt" : ""),
      marks: [
        .heatmap(
          Heatmap(
            cells: cells, rows: order, columns: order, scale: .sequential(0...100),
            label: "% of the true class", decimals: nil, showsScale: number % 2 == 1))
      ])
  }
  return Figure(
    title: "Without images of the old, everything is taken for the new",
    alt: """
      Four confusion matrices. For fine-tuning and LwF all answers are in the last columns. For replay and \
      iCaRL most lie on the diagonal.
      """,
    caption: "Classes in the order in which they were learnt. "
      + (endings[0].count > 1 ? "Mean over \(endings[0].count) seeds." : "One seed."),
    panels: panels, columns: 2, aspect: 0.95)
}

/// ACC against the number of images kept.
func budgetFigure(
  _ budgets: [Int], _ results: [(name: String, accuracies: [[Double]])], joint: Double,
  fineTuning: Double
) -> Figure {
  .curves(
    title: "With few images iCaRL leads, with many replay does",
    alt: """
      Average accuracy against the number of images kept, from 20 to 1000, for iCaRL and replay. iCaRL \
      is ahead at 20 images and level from about 100 on; replay goes on rising towards joint training.
      """,
    caption: "ACC after five tasks, class-incremental. "
      + seedsNote(results[0].accuracies[0].count) + ".",
    x: Axis("images kept in all", ticks: budgets.map(Double.init), isLogarithmic: true),
    y: Axis("average accuracy", range: 0...1),
    results.map { name, accuracies in
      Band(accuracies[0].indices.map { seed in accuracies.map { $0[seed] } }).line(
        name, x: budgets.map(Double.init), style: SeriesStyle(method: name), showsPoints: true)
    },
    references: [
      .horizontal(joint, "joint", dash: .dashed), .horizontal(fineTuning, "fine-tuning"),
    ])
}

/// ACC of iCaRL with one thing changed, less that of iCaRL.
func partsFigure(_ kinds: [Outcome]) -> Figure {
  let losses = kinds.dropFirst().map {
    Statistics.paired($0.accuracies, minus: kinds[0].accuracies)
  }
  return .bars(
    title: "Means and training on the exemplars matter; how they are chosen hardly does",
    alt: """
      Bars of the difference in average accuracy to iCaRL when one thing is changed. Exemplars chosen at \
      random and no distillation are near zero; exemplars as rare as in the data are a little below; \
      answers by the last layer and exemplars not trained on are far below.
      """,
    caption: "100 images in all; means of paired differences and their 95 % t-intervals over "
      + "\(kinds[0].runs.count) seeds.",
    y: Axis("ACC less that of iCaRL"), categories: kinds.dropFirst().map(\.name),
    [
      Bars.Series(
        "", losses.map(\.mean), errors: losses.map { $0.margin() ?? 0 },
        style: SeriesStyle(Colour.blue.mixed(with: .white, share: 0.4)))
    ], references: [.horizontal(0)], decimals: 3)
}
