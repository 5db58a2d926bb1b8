import Book
import CLCore
import Lessons

/// ACC with the task told and with the task guessed.
func guessFigure(
  _ names: [String], _ guesses: [[Guess]], replay: Double, _ pairs: Pairs
) -> Figure {
  let colours = names.map { SeriesStyle(method: $0).colour }
  let kinds: [(String, pale: Double, (Guess) -> Double)] = [
    ("task told", 0, \.told), ("task guessed", 0.65, \.guessed),
  ]
  return .bars(
    title: "Who must guess the task loses what was never forgotten",
    alt: """
      Two bars for each method: accuracy with the task told is about nine tenths for all; with the task \
      guessed from which answer is surest it is less than a third. A line marks replay with a hundred images, \
      which is told nothing.
      """,
    caption:
      "Test images of all five tasks. Guessed: each task is asked, the surest is believed. "
      + "\(seedsNote(guesses[0].count)). \(pairs.words).",
    y: Axis("accuracy", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]), categories: names,
    kinds.map { label, pale, value in
      let all = guesses.map { Statistics($0.map(value)) }
      func tint(_ colour: Colour) -> SeriesStyle {
        SeriesStyle(colour.mixed(with: .white, share: pale))
      }
      return Bars.Series(
        label, all.map(\.mean), errors: all.map { $0.margin() ?? 0 }, style: tint(.grey),
        styles: colours.map(tint))
    }, references: [.horizontal(replay, "replay, 100 images", dash: .dashed)])
}

/// Which task the test images of each task are given to.
func takenFigure(_ guesses: [Guess], _ names: [String]) -> Figure {
  .matrix(
    title: "The columns of the easy tasks are surest, whatever they are shown",
    alt: """
      A matrix of five tasks by five: the share of the test images of each task that is given to each \
      column. Nearly all images of all five tasks go to the columns of sneakers and of bags; the columns of \
      coats and shirts get none, not even of their own.
      """,
    caption: "PNN. " + (guesses.count > 1 ? "Mean over \(guesses.count) seeds." : "One seed."),
    meanMatrix(guesses.map(\.taken)).map { $0.map { 100 * $0 } }, rows: "images of",
    columns: "given to the column of", rowNames: names, columnNames: names,
    scale: .sequential(0...100), label: "% of the task", decimals: 0)
}
