import Book
import CLCore
import Lessons

/// Six points of an arc chosen in two ways, in order, and their mean beside that of all.
func arcFigure(_ arc: Arc, _ choices: [(choice: Choice, order: [Int])]) -> Figure {
  let all = arc.places(0..<arc.points.shape[0])
  let mean = arc.mean(0..<arc.points.shape[0])
  let panels = choices.map { kind in
    let picked = arc.places(kind.order)
    let own = arc.mean(kind.order)
    return Panel(
      title: kind.choice.rawValue, x: Axis(range: -1.4...1.4), y: Axis(range: -1...1.4),
      marks: [
        .points(
          Points(
            x: all.x, y: all.y,
            style: SeriesStyle(Colour.grey.mixed(with: .white, share: 0.4), .solid, .openCircle))),
        .points(
          Points(
            x: picked.x, y: picked.y, names: kind.order.indices.map { "\($0 + 1)" },
            style: SeriesStyle(.blue, .solid, .circle))),
        .points(
          Points(
            "mean of all", x: [mean.x], y: [mean.y],
            style: SeriesStyle(.black, .solid, .openSquare))),
        .points(
          Points(
            "mean of the six", x: [own.x], y: [own.y],
            style: SeriesStyle(.vermilion, .solid, .diamond))),
      ], equalUnits: true)
  }
  return Figure(
    title: "Herding goes to and fro, and so the mean of the six stays on that of all",
    alt: """
      Two panels with the same thirty points on an arc. Six points chosen by herding are spread over the \
      whole arc, and their mean lies on the mean of all. The six points nearest to the mean of all lie \
      side by side at the top, and so does their mean.
      """,
    caption: "Thirty points on an arc; six of them are chosen, numbered in order.",
    panels: panels, columns: choices.count, aspect: 0.55)
}

/// The first exemplars of some classes in the order of choice: a row herded, a row at random.
func sheetFigure(
  _ teacher: Teacher, _ labels: [Int], count: Int, seed: UInt64
) -> Figure {
  let train = teacher.task.train
  let store = train.store
  var random = Random(seed: seed, "choice")
  var titles: [String] = []
  var rows: [[GreyImage?]] = []
  for label in labels {
    let positions = train.positions(of: label)
    let features = teacher.learner.directions(train, positions)
    let images = Batch(train, positions, task: 0).inputs
    let mean = GreyImage(
      width: store.width, pixels: images.meanRow.values.map { UInt8(255 * min(max($0, 0), 1)) })
    for choice in [Choice.herded, .random] {
      let order = choice.order(features, count: count, &random)
      titles.append("\(store.classNames[label]), \(choice.rawValue)")
      rows.append(
        [mean]
          + order.map { pick in
            GreyImage(
              width: store.width, pixels: store.image(train.rows[positions[pick]]))
          })
    }
  }
  return .imageSheet(
    title: "Herding begins with the usual and balances one oddity by another",
    alt: """
      Six rows of images, two for each of three classes: exemplars in the order in which herding chooses \
      them, and exemplars at random. In front stands the mean image of the class. The first herded image \
      looks like the mean; random rows begin anywhere.
      """,
    caption:
      "The first \(count) exemplars from left to right, after the mean image. Features of the "
      + "network of 5.1, seed \(seed).",
    ImageSheet(
      rows, rowTitles: titles,
      columnTitles: ["mean"] + (1...count).map(String.init), isInverted: true), aspect: 0.62)
}

/// How far the mean of exemplars is from the class mean, and what a nearest-mean answer loses by it.
func worthFigure(_ counts: [Int], _ worth: [[Worth]]) -> Figure {
  let looks: [SeriesStyle] = [
    // iCaRL herds, replay draws at random.
    SeriesStyle(method: "iCaRL"), SeriesStyle(method: "replay"),
    SeriesStyle(.green, .dashDot, .triangle),
  ]
  func lines(_ band: ([Worth]) -> Band) -> [Line] {
    zip(zip(Choice.allCases, looks), worth).map { kind, worth in
      band(worth).line(
        kind.0.rawValue, x: counts.map(Double.init), style: kind.1, showsPoints: true)
    }
  }
  let x = Axis("exemplars a class", ticks: [1, 2, 5, 10, 20, 50], isLogarithmic: true)
  return Figure(
    title: "The mean of ten herded exemplars is as good as that of fifty at random",
    alt: """
      Two panels against the number of exemplars of a class, from 1 to 50. On the left the distance of \
      their mean to the class mean: it falls along a straight line for random exemplars, from lower down \
      and more steeply for herded ones, and stays level for those nearest the mean. On the right accuracy \
      by nearest mean: herded and nearest start at their final height, random ones need ten or more.
      """,
    caption: "Features of the network of 5.1, mean over ten classes. \(seedsNote(worth[0].count)).",
    panels: [
      Panel(
        x: x, y: Axis("distance to the class mean", isLogarithmic: true),
        marks: .over(lines { Band(logarithmic: $0.map(\.distances)) })),
      Panel(
        x: x, y: Axis("accuracy by nearest mean"),
        marks: .over(lines { Band($0.map(\.accuracies)) })),
    ], columns: 2, aspect: 0.5)
}
