import Book
import CLCore
import Lessons

/// Accuracy on the first task: just learnt, at the end, and at the end with silent units off.
func silenceFigure(_ names: [String], _ silences: [[Silence]]) -> Figure {
  let looks: [(String, Colour, (Silence) -> Double)] = [
    ("just learnt", Colour.grey.mixed(with: .white, share: 0.6), { $0.accuracy.first ?? .nan }),
    ("after the last task", .vermilion, { $0.accuracy.last ?? .nan }),
    ("after the last task, silent units off", .green, { $0.muted.last ?? .nan }),
  ]
  return .bars(
    title: "With once silent units off, guarded networks remember more on average",
    alt: """
      Three bars for each of five methods: accuracy on the first task when it was just learnt, after the \
      last task, and after the last task with the formerly silent units switched off. For EWC, MAS and \
      SI the third bar is on average above the second, with wide intervals; for MAS with a floor both \
      are high.
      """,
    caption: "Accuracy on ankle boots against sneakers, the first of five tasks. "
      + seedsNote(silences[0].count) + ".",
    y: Axis("accuracy on the first task", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    categories: names,
    looks.map { name, colour, value in
      let all = silences.map { Statistics($0.map(value)) }
      return Bars.Series(
        name, all.map(\.mean), errors: all.map { $0.margin() ?? 0 }, style: SeriesStyle(colour))
    }, references: [.horizontal(0.5, "chance")])
}

/// ACC of MAS with one thing about Ω changed, less that of MAS.
func changesFigure(_ kinds: [Outcome]) -> Figure {
  let losses = kinds.dropFirst().map {
    Statistics.paired($0.accuracies, minus: kinds[0].accuracies)
  }
  return .bars(
    title: "Old images or new matters little; a norm over the layer matters more",
    alt: """
      Bars of the difference in average accuracy to MAS for seven changes of its importance. The next \
      task's images, a norm over samples and the batch's mean are near zero; noise, a norm over \
      the layer and importances dealt out anew are below.
      """,
    caption: "Split; means of paired differences and their 95 % t-intervals over "
      + "\(kinds[0].runs.count) seeds.",
    y: Axis("ACC less that of MAS"), categories: kinds.dropFirst().map(\.name),
    [
      Bars.Series(
        "", losses.map(\.mean), errors: losses.map { $0.margin() ?? 0 },
        style: SeriesStyle(method: "MAS"))
    ], references: [.horizontal(0)], decimals: 3)
}

/// The highest score of the first task's images among their own outputs and among all others, after
/// each task, a panel a method.
func driftFigure(_ names: [String], _ drifts: [[Drift]]) -> Figure {
  let tasks = drifts[0].first?.own.count ?? 0
  let after = (1...max(tasks, 1)).map(Double.init)
  let panels = zip(names, drifts).enumerated().map { number, pair in
    let (name, drifts) = pair
    return Panel(
      title: name, x: Axis("tasks learnt", ticks: after),
      y: Axis(number % 2 == 0 ? "mean highest score" : ""),
      marks: .over([
        Band(drifts.map(\.own)).line(
          "own outputs", x: after, style: .task(0, of: 2), showsPoints: true),
        Band(drifts.map(\.others)).line(
          "all others", x: after, style: SeriesStyle(.vermilion, .dashed, .square),
          showsPoints: true),
      ]))
  }
  return Figure(
    title: "One task later, other outputs score above the first task's own",
    alt: """
      Four panels, one a method, with two curves over the tasks learnt. The score of the first task's \
      own outputs starts high and falls below that of the other outputs when the second task is learnt.
      """,
    caption: "Test images of the first task, class-incremental. \(seedsNote(drifts[0].count)).",
    panels: panels, columns: 2, aspect: 0.75)
}

/// ACC in the class-incremental scenario, and of the same networks when the task is told at the test.
func toldFigure(_ names: [String], _ drifts: [[Drift]]) -> Figure {
  let looks: [(String, Colour, (Drift) -> Double)] = [
    ("asked for the class", .vermilion, \.accuracy),
    ("the same networks, told the task", .green, \.toldAccuracy),
  ]
  return .bars(
    title: "Within tasks much is kept; between tasks little was learnt",
    alt: """
      Two bars for each of four methods. Asked for the class, all lie below 0.4. Told the task at the \
      test, the same networks reach much more, EWC and SI the most.
      """,
    caption: "After five tasks, class-incremental. " + seedsNote(drifts[0].count) + ".",
    y: Axis("average accuracy", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    categories: names,
    looks.map { name, colour, value in
      let all = drifts.map { Statistics($0.map(value)) }
      return Bars.Series(
        name, all.map(\.mean), errors: all.map { $0.margin() ?? 0 }, style: SeriesStyle(colour))
    })
}
