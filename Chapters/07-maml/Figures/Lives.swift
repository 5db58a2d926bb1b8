import Book
import CLCore
import Lessons

/// The loss after one step on each family after each that was learnt, a panel a method.
func livesFigure(_ lives: [(title: String, seeds: [Life])], _ families: Families) -> Figure {
  let names = families.families.indices.map { "\($0 + 1)" }
  let panels = lives.enumerated().map { number, life in
    let (title, seeds) = life
    let mean = meanMatrix(seeds.map(\.losses))
    let cells = mean.enumerated().flatMap { i, row in
      row.prefix(i + 1).enumerated().map { Heatmap.Cell(row: i, column: $0, value: $1) }
    }
    return Panel(
      title: title, x: Axis("tested on family"), y: Axis(number == 0 ? "after family" : ""),
      marks: [
        .heatmap(
          Heatmap(
            cells: cells, rows: names, columns: names, scale: .sequential(0...6),
            label: "loss after one step", decimals: 1, showsScale: number == lives.count - 1))
      ])
  }
  return Figure(
    title: "Only with steps of their own do old families stay a step away",
    alt: """
      Three triangular matrices of the loss after one step, a row after each family learnt and a column for each family \
      tested. Without history the loss is small on the diagonal and large below it. With history as the formula stands it \
      is middling everywhere, on the diagonal too. With old tasks after their own step it is small everywhere.
      """,
    caption:
      "Mean over \(lives[0].seeds.count) seeds; \(families.words).",
    panels: panels, columns: lives.count, aspect: 0.42)
}

/// The loss at the end against λ for both forms.
func lambdaFigure(
  _ lambdas: [Double], _ forms: [(name: String, lives: [[Life]])], mixed: [Life],
  _ families: Families
) -> Figure {
  func panel(_ title: String, _ value: @escaping (Life) -> Double) -> Panel {
    Panel(
      title: title, x: Axis("λ", ticks: lambdas, names: lambdas.map(\.compact)),
      y: Axis("loss after one step", range: 0...4),
      marks: .over(
        forms.map { name, lives in
          Band(lives[0].indices.map { seed in lives.map { value($0[seed]) } }).line(
            name == "lifelong MAML" ? "own step" : "as it stands", x: lambdas,
            style: SeriesStyle(method: name), showsPoints: true)
        },
        references: [.horizontal(Statistics(mixed.map(value)).mean, "all at once", dash: .dashed)]))
  }
  return Figure(
    title: "History helps with a step of its own for each old task, and harms without",
    alt: """
      Two panels of the loss after one step against λ. Over all five families the form in which each old task takes its own \
      step falls far with λ, below the loss of all families at once; the formula as it stands rises. On the last family alone \
      the formula as it stands rises steeply with λ; the other form stays low.
      """,
    caption: "After five families; λ = 0 is MAML alone. \(seedsNote(mixed.count)). "
      + "\(families.words).",
    panels: [panel("all five families", \.final), panel("the last family alone", \.last)],
    columns: 2,
    aspect: 0.5)
}

/// The loss on the old families at the end, after 0…10 steps.
func oldFigure(_ lives: [(name: String, label: String, seeds: [Life])]) -> Figure {
  .curves(
    title: "From no lower a loss own steps lead far down, the other form's a little",
    alt: """
      The loss on the first four families at the end against steps of adaptation. Both forms with history begin near each \
      other. With old tasks after their own step the loss falls steeply with the first step; as the formula stands it \
      falls slowly. Without history it begins highest and crosses the formula as it stands at the first step.
      """,
    caption:
      "New tasks of the first four of five families, λ = 1. \(seedsNote(lives[0].seeds.count)).",
    x: Axis("steps of adaptation", ticks: [0, 1, 2, 4, 6, 8, 10]),
    y: Axis("mean squared error", isLogarithmic: true),
    lives.map { name, label, seeds in
      Band(logarithmic: seeds.map(\.old)).line(
        label, x: (0...10).map(Double.init), style: SeriesStyle(method: name), showsPoints: true)
    })
}

/// The parts of the loss of old tasks at weights that adapted to others.
func partsFigure(_ methods: [(name: String, label: String, seeds: [Parts])]) -> Figure {
  func panel(_ title: String, _ y: String, _ part: (Parts) -> Double) -> Panel {
    let all = methods.map { Statistics($0.seeds.map(part)) }
    let bars = Bars.Series(
      "", all.map(\.mean), errors: all.map { $0.margin() ?? 0 }, style: SeriesStyle(.grey),
      styles: methods.map { SeriesStyle(method: $0.name) })
    // Room for the numbers above the bars.
    let top = 1.15 * (all.map { $0.mean + ($0.margin() ?? 0) }.max() ?? 1)
    return Panel(
      title: title, y: Axis(y, range: 0...top),
      marks: [.bars(Bars(categories: methods.map(\.label), series: [bars]))])
  }
  return Figure(
    title: "Judged after another's step, adapting counts as error, and is given up",
    alt: """
      Two panels of bars for no history, the formula as it stands and own steps. On the left the distance of the mean \
      adapted network from the mean old task: smallest for the formula as it stands. On the right how much adapted networks \
      differ: nearly nothing for the formula as it stands, much for the other two.
      """,
    caption: "Old tasks at weights adapted to tasks of the last family, λ = 1. "
      + "\(seedsNote(methods[0].seeds.count)).",
    panels: [
      panel("mean network against mean old task", "squared distance", \.offset),
      panel("adapted networks against each other", "variance", \.adapted),
    ], columns: 2, aspect: 0.5)
}
