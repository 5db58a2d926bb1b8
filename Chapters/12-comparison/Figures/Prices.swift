import Book
import CLCore
import Lessons

/// What accuracy costs when the task is told.
func toldFigure(_ outcomes: [Outcome], _ pixels: Int, _ rules: Rules) -> Figure {
  pricesFigure(
    outcomes, outcomes.prices(pixels: pixels),
    title: "Told the task, masks in one network buy all there is to buy",
    alt: words(outcomes, of: ["PackNet", "separate networks", "EWC"], pixels), rules)
}

/// What it costs when the task is not told and all share their answers.
func sharedFigure(_ outcomes: [Outcome], _ pixels: Int, _ rules: Rules) -> Figure {
  pricesFigure(
    outcomes, outcomes.prices(pixels: pixels),
    title: "Where answers are shared, \(rules.memory) images beat any store of weights",
    alt: words(outcomes, of: ["replay", "GEM", "EWC"], pixels), rules)
}

/// What it costs when the class is asked for.
func askedFigure(_ outcomes: [Outcome], _ pixels: Int, _ rules: Rules) -> Figure {
  pricesFigure(
    outcomes, outcomes.prices(pixels: pixels),
    title: "Asked for the class, only kept images buy anything",
    alt: words(outcomes, of: ["replay", "iCaRL", "EWC"], pixels), rules)
}

/// The figure in words: where fine-tuning, some other methods and joint training lie.
private func words(_ outcomes: [Outcome], of names: [String], _ pixels: Int) -> String {
  let base = outcomes["fine-tuning"] ?? outcomes[0]
  let places = names.compactMap { outcomes[$0] }.map {
    let more = $0.kept(pixels: pixels) / base.kept(pixels: pixels)
    return "\($0.name) at \($0.acc.mean.hundredths) with \(more.compact) times its numbers"
  }
  return
    "Two panels of average accuracy in the \(base.scenario) scenario, against numbers kept and against "
    + "time, on logarithmic axes. Fine-tuning ends at \(base.acc.mean.hundredths), "
    + "\(places.joined(separator: ", ")); joint training, the dashed line, at "
    + "\((outcomes["joint"]?.acc.mean ?? .nan).hundredths)."
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
