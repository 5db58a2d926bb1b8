import Book
import Lessons

/// The accuracy on both tasks against λ, one curve for each way of estimating the Fisher information.
func fishersFigure(_ answers: [FisherAnswer], seeds: Int) -> Figure {
  let styles = [
    SeriesStyle(.blue, .solid, .circle), SeriesStyle(.sky, .dashed, .openCircle),
    SeriesStyle(.green, .solid, .triangle), SeriesStyle(.vermilion, .dashed, .square),
    SeriesStyle(.black, .dotted, .cross),
  ]
  let lines = zip(answers, styles).map { answer, style in
    Line(
      answer.name, x: answer.lambdas, y: answer.accuracies.map(\.mean), style: style,
      showsPoints: true, isEmphasised: true)
  }
  let low = answers.flatMap { $0.accuracies.map(\.mean) }.min() ?? 0
  return .curves(
    title: "Five Fishers: one accuracy, and strengths that lie decades apart",
    alt: """
      Accuracy on two tasks against λ on a logarithmic axis, one curve for each of five ways of \
      estimating the Fisher information. All curves rise from the same low level to the same high one, the \
      two exact ones first, sampled and empirical together later, batched last.
      """,
    // Five bands over each other would hide the curves.
    caption: "Mean accuracy on both tasks after the second"
      + (seeds > 1 ? " over \(seeds) seeds; the table has the intervals." : ". One seed."),
    x: Axis("λ", isLogarithmic: true),
    y: Axis("accuracy on both tasks", range: (low * 20).rounded(.down) / 20...1), lines)
}
