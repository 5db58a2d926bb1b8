import Book
import CLCore
import Lessons

/// What accuracy costs when the task is told.
func toldFigure(_ outcomes: [Outcome], _ pixels: Int, _ rules: Rules) -> Figure {
  pricesFigure(
    outcomes, outcomes.prices(pixels: pixels),
    title: "Told the task, masks in one network buy all there is to buy",
    alt: """
      Two panels of average accuracy, told the task: against numbers kept and against time, both on \
      logarithmic axes. Fine-tuning is cheapest in both, and low. In memory, PackNet reaches the accuracy of \
      joint training for a quarter more numbers than fine-tuning; in time, separate networks reach it first. \
      The penalties lie below, with three to five times the numbers.
      """, rules)
}

/// What it costs when the task is not told and all share their answers.
func sharedFigure(_ outcomes: [Outcome], _ pixels: Int, _ rules: Rules) -> Figure {
  pricesFigure(
    outcomes, outcomes.prices(pixels: pixels),
    title: "Where answers are shared, a hundred images beat any store of weights",
    alt: """
      Two panels of average accuracy in the domain-incremental scenario, against numbers kept and against \
      time. Replay lies on both fronts, above all methods that keep no images.
      """, rules)
}

/// What it costs when the class is asked for.
func askedFigure(_ outcomes: [Outcome], _ pixels: Int, _ rules: Rules) -> Figure {
  pricesFigure(
    outcomes, outcomes.prices(pixels: pixels),
    title: "Asked for the class, only kept images buy anything",
    alt: """
      Two panels of average accuracy in the class-incremental scenario, against numbers kept and against \
      time. All methods without images lie at the bottom whatever they keep; replay, iCaRL and GEM lie far \
      above them, joint training a tenth higher.
      """, rules)
}

/// ACC against each price in one scenario, with the front of those that no other equals for less, and joint
/// training as a reference.
private func pricesFigure(
  _ outcomes: [Outcome], _ prices: [Price], title: String, alt: String, _ rules: Rules
) -> Figure {
  let shown = outcomes.continual
  let panels = prices.map { price in
    let front = shown.front(price)
    let named = shown.named(price, first: front.map(\.name))
    let costs = shown.map(price.of)
    let span = 0.7 * (costs.min() ?? 1)...1.6 * (costs.max() ?? 2)
    let points = shown.map { outcome in
      Mark.points(
        Points(
          x: [price.of(outcome)], y: [outcome.acc.mean],
          names: named.contains(outcome.name) ? [outcome.name] : [],
          style: SeriesStyle(method: outcome.name)))
    }
    let joint = outcomes["joint"].map {
      Mark.reference(.horizontal($0.acc.mean, "joint", dash: .dashed))
    }
    return Panel(
      x: Axis(price.axis, range: span, isLogarithmic: true), y: Axis("average accuracy"),
      marks: [joint, .line(stairs(front, price, upTo: span.upperBound))].compactMap { $0 } + points)
  }
  return Figure(
    title: title, alt: alt,
    caption:
      "The line is the front: nothing above it can be had for as little. Marks as in the figure of all "
      + "methods; where they crowd, not all have their names. Mean over \(outcomes[0].runs.count) seeds. "
      + "\(rules.words).",
    panels: panels, columns: 1, aspect: 1.1)
}

/// The highest accuracy that can be had up to a price, as a staircase.
private func stairs(_ front: [Outcome], _ price: Price, upTo end: Double) -> Line {
  var (x, y): ([Double], [Double]) = ([], [])
  for outcome in front {
    x += y.isEmpty ? [price.of(outcome)] : [price.of(outcome), price.of(outcome)]
    y += [y.last, outcome.acc.mean].compactMap { $0 }
  }
  return Line(
    x: x + [end], y: y + [y.last ?? .nan], style: SeriesStyle(.grey, .solid, .none))
}
