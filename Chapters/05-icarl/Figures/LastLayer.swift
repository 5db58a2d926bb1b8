import Book
import CLCore
import Lessons

/// ACC of every method in every scenario.
func scenariosFigure(_ outcomes: [Outcome], _ scale: Scale) -> Figure {
  let methods = outcomes.of(.class).map(\.name)
  return .bars(
    title: "What the old network says of new images helps where the task is told",
    alt: """
      Bars of average accuracy for fine-tuning, LwF and joint training in three scenarios. Told the task, \
      LwF is close to joint training; in the domain-incremental scenario it is between fine-tuning and \
      joint training; in the class-incremental one both LwF and fine-tuning are near one fifth.
      """,
    caption: "ACC after five tasks. \(seedsNote(outcomes[0].runs.count)). \(scale.words).",
    y: Axis("average accuracy", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    categories: Scenario.allCases.map(\.name),
    methods.map { name in
      let met = Scenario.allCases.map { outcomes.of($0)[name]?.acc }
      return Bars.Series(
        name, met.map { $0?.mean ?? .nan }, errors: met.map { $0?.margin() ?? 0 },
        style: SeriesStyle(method: name))
    })
}

/// The mean score of each class over all test images, and the accuracy on each task, in the order learnt.
func biasFigure(_ names: [String], _ endings: [[Ending]]) -> Figure {
  func panel(_ x: String, _ y: Axis, _ value: (Ending) -> [Double]) -> Panel {
    let count = endings.first?.first.map { value($0).count } ?? 1
    let order = (1...max(count, 1)).map(Double.init)
    return Panel(
      x: Axis("\(x), in the order learnt", ticks: order), y: y,
      marks: .over(
        zip(names, endings).map { name, endings in
          Band(endings.map(value)).line(
            name, x: order, style: SeriesStyle(method: name), showsPoints: true)
        }))
  }
  return Figure(
    title: "The later a class was learnt, the higher its score, whatever the image",
    alt: """
      Two panels. On the left the mean score of each of ten classes over all test images, in the order \
      learnt: level for joint training, a staircase upwards for LwF, a gentler rise for replay, a cliff at \
      the last two classes for fine-tuning. On the right the accuracy on each of five tasks: level for \
      joint training, rising for replay, 0 but for the last task for fine-tuning and LwF.
      """,
    caption:
      "Two classes a task. Scores are averaged over the test images of all classes alike, and their "
      + "own mean is taken off. \(seedsNote(endings[0].count)).",
    panels: [
      panel("class", Axis("mean score over all images"), \.scores),
      panel("task", Axis("accuracy on the task", range: 0...1), \.byTask),
    ], columns: 2, aspect: 0.5)
}

/// The accuracy of the last layer and of the nearest class mean in the same networks.
func featuresFigure(_ names: [String], _ endings: [[Ending]]) -> Figure {
  let looks: [(String, Colour, (Ending) -> Double)] = [
    ("the last layer", .sky, \.byHead), ("the nearest class mean", .blue, \.byMeans),
  ]
  return .bars(
    title: "Fine-tuning's features know more than it says, and less than untrained ones",
    alt: """
      Two bars for each of five networks. The last layer is right on a tenth of the images untrained, on a \
      fifth after fine-tuning and LwF; the nearest class mean on two thirds untrained, on little more \
      than half after fine-tuning and LwF. After replay and joint training both are high.
      """,
    caption: "All test images after five tasks, class-incremental. The means are over all training "
      + "images, old ones included. \(seedsNote(endings[0].count)).",
    y: Axis("accuracy", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]), categories: names,
    looks.map { label, colour, value in
      let all = endings.map { Statistics($0.map(value)) }
      return Bars.Series(
        label, all.map(\.mean), errors: all.map { $0.margin() ?? 0 }, style: SeriesStyle(colour))
    })
}
