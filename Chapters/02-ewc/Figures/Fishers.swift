import Book
import Lessons

/// The accuracy on both tasks against λ, one curve for each way of estimating the Fisher information.
func fishersFigure(_ estimates: [Estimate], _ lambdas: [Double], _ accuracy: [Band]) -> Figure {
  let styles = [
    SeriesStyle(.blue, .solid, .circle), SeriesStyle(.sky, .dashed, .openCircle),
    SeriesStyle(.green, .solid, .triangle), SeriesStyle(.vermilion, .dashed, .square),
    SeriesStyle(.black, .dotted, .cross),
  ]
  let lines = zip(zip(estimates, accuracy), styles).map { item, style in
    item.1.line(item.0.name, x: lambdas, style: style, showsPoints: true)
  }
  let low = accuracy.flatMap { $0.low + $0.mean }.min() ?? 0
  return .curves(
    title: "Five Fishers: one accuracy, and strengths that lie decades apart",
    alt: """
      Accuracy on two tasks against λ on a logarithmic axis, one curve for each of five ways of \
      estimating the Fisher information. All curves rise from the same low level to the same high one, the \
      two exact ones first, sampled and empirical together later, batched last.
      """,
    caption: "Mean accuracy on both tasks after the second. \(accuracy.first?.note ?? "").",
    x: Axis("λ", isLogarithmic: true),
    y: Axis("accuracy on both tasks", range: (low * 20).rounded(.down) / 20...1), lines)
}
