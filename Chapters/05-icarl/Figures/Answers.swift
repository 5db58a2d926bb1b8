import Book
import CLCore
import Lessons

/// A test image, and the teacher's answer to it at several temperatures.
func temperatureFigure(_ teacher: Teacher, at position: Int, _ temperatures: [Double]) -> Figure {
  let test = teacher.task.test
  let image = GreyImage(width: test.store.width, pixels: test.store.image(test.rows[position]))
  let answers = zip(temperatures, [Colour.black, .blue, .sky]).map { t, colour in
    Bars.Series(
      "T = \(t.compact)", teacher.answer(at: position, temperature: t), style: SeriesStyle(colour))
  }
  return Figure(
    title: "A soft answer names the class, and what resembles it",
    alt: """
      The image of an ankle boot beside bars of the answer for ten classes at three temperatures. At \
      temperature 1 nearly all of it is ankle boot; at higher ones sneaker and sandal have a share, and \
      at 10 every class has one.
      """,
    caption:
      "A test image, and the answer of a perceptron that has learnt all ten classes. Seed 1.",
    panels: [
      Panel(
        x: .hidden, y: .hidden, marks: [.images(ImageSheet([[image]], isInverted: true))]),
      Panel(
        y: Axis("share of the answer", range: 0...1),
        marks: [
          .bars(Bars(categories: test.store.classNames, series: answers, showsValues: false))
        ]),
    ], columns: 2, aspect: 0.5)
}

/// The mean answer for each class, in per cent.
func resemblanceFigure(_ opinions: [[Double]], _ names: [String], seeds: Int) -> Figure {
  .matrix(
    title: "Of an ankle boot it says: a little sneaker, a little sandal, no dress",
    alt: """
      A matrix of mean answers, a row for the class of the image and a column for the class answered. \
      Beside the diagonal, shirts, pullovers and coats share their answers, and so do the three kinds \
      of shoes; between clothes and shoes there is next to nothing.
      """,
    caption: "Mean answer at T = 3 to the test images of each class, in per cent. "
      + (seeds > 1 ? "Mean over \(seeds) seeds." : "One seed."),
    opinions.map { $0.map { 100 * $0 } }, rows: "image of", columns: "class answered",
    rowNames: names, columnNames: names, scale: .sequential(0...80), label: "%", decimals: 0)
}

/// The length of the slope along the student's scores against temperature.
func slopeFigure(_ temperatures: [Double], _ slopes: [Slopes]) -> Figure {
  .curves(
    title: "Without T² a high temperature teaches nothing",
    alt: """
      The length of the slope along the scores against temperature, both axes logarithmic. As it stands \
      the slope falls as one over T squared; multiplied by T squared it rises and levels off.
      """,
    caption: "An untrained student and the teacher's answers to the test images. "
      + seedsNote(slopes.count) + ".",
    x: Axis("temperature T", isLogarithmic: true),
    y: Axis("length of the slope", isLogarithmic: true),
    [
      Band(logarithmic: slopes.map(\.scaled)).line(
        "times T²", x: temperatures, style: SeriesStyle(.green, .solid, .circle)),
      Band(logarithmic: slopes.map(\.plain)).line(
        "as it stands", x: temperatures, style: SeriesStyle(.black, .dashed, .square)),
    ], references: [.horizontal(Statistics(slopes.map(\.limit)).mean, "T → ∞")])
}

/// The recall of the class that a student has never seen, [classes][seeds].
func unseenFigure(_ names: [String], _ unseen: [[Unseen]]) -> Figure {
  let looks: [(String, Colour, (Unseen) -> Double)] = [
    ("as taught", .sky, \.recall), ("with its score raised", .green, \.evened),
  ]
  let series = looks.map { label, colour, value in
    let all = unseen.map { Statistics($0.map(value)) }
    return Bars.Series(
      label, all.map(\.mean), errors: all.map { $0.margin() ?? 0 },
      // Paler than its own colour, for an error bar is black.
      style: SeriesStyle(colour.mixed(with: .white, share: 0.4)))
  }
  return Figure(
    title: "A student recognises what it has never seen, but is slow to say so",
    alt: """
      Two bars for each of ten classes: how many images of it a student recognises that was taught \
      without any. The first ranges from hardly any for sandals to three quarters for ankle boots. With \
      the class's score raised all bars but that of shirts are above 0.6.
      """,
    caption:
      "Recall of the class whose images were kept back, T = 2; from labels it is 0 for every class. "
      + "Raised: one number added to its score, such that a tenth of all answers are this class. "
      + seedsNote(unseen[0].count) + ".",
    panels: [
      Panel(
        y: Axis("recall of the class never seen", range: 0...1),
        marks: [.bars(Bars(categories: names, series: series, showsValues: false))])
    ])
}
