import Book
import Foundation
import Lessons

/// Accuracy on A and on B, step by step, while A and then B is learnt.
func forgettingFigure(_ steps: [Double], _ onA: Band, _ onB: Band, _ scale: Scale) -> Figure {
  // In a long run the fall would be a vertical stroke: only the steps around the switch are shown.
  let shown = Double(min(scale.steps, 150))
  return .curves(
    title: "Task A is lost within thirty steps of task B",
    alt: """
      Accuracy on task A rises while A is trained, then falls almost vertically to zero when training \
      on B begins, while accuracy on B rises more slowly.
      """,
    caption: "Accuracy on the test images of both tasks. \(onA.note). \(scale.words).",
    x: Axis("training steps since the switch from A to B", range: -shown...shown), y: .accuracy,
    [
      onA.line("task A", x: steps, style: .task(0, of: 2)),
      onB.line("task B", x: steps, style: .task(1, of: 2)),
    ],
    shades: [
      Shade(-shown...0, "learning A", colour: SeriesStyle.task(0, of: 2).colour),
      Shade(0...shown, "learning B", colour: SeriesStyle.task(1, of: 2).colour),
    ])
}

/// The same as it happens, from shortly before the switch.
func forgettingAnimation(
  _ steps: [Double], _ onA: Band, _ onB: Band, _ scale: Scale
) -> Animation {
  let whole = forgettingFigure(steps, onA, onB, scale)
  let end = whole.panels[0].x.range?.upperBound ?? 0
  return Animation(whole, upTo: grid(-end / 5, end, 37), delay: 0.12)
}

/// The losses of A and of B on the straight line from θ*A to θ*B.
func lineFigure(_ alphas: [Double], _ lossA: Band, _ lossB: Band) -> Figure {
  .curves(
    title: "No point between the two solutions is good for both tasks",
    alt: """
      Loss of task A and of task B on the straight line from the weights after A to the weights after \
      B. The loss of A is low at the left end and climbs to the right; the loss of B does the opposite. \
      Where they cross, both are high.
      """,
    caption: "Test loss along the line; note the logarithmic axis. \(lossA.note).",
    x: Axis("α: 0 is θ*A, 1 is θ*B"), y: Axis("cross-entropy", isLogarithmic: true),
    [
      lossA.line("task A", x: alphas, style: .task(0, of: 2)),
      lossB.line("task B", x: alphas, style: .task(1, of: 2)),
    ], references: [.vertical(0, "θ*A"), .vertical(1, "θ*B")])
}

/// Accuracy on A against accuracy on B, one point a learning rate.
func dilemmaFigure(_ rates: [Double], a: Band, b: Band) -> Figure {
  let style = SeriesStyle(method: "fine-tuning")
  // Rates that come to nearly the same lie close together: there is room for one name.
  func isNear(_ i: Int, _ j: Int) -> Bool {
    hypot(a.mean[i] - a.mean[j], b.mean[i] - b.mean[j]) < 0.2
  }
  var named: [Int] = [0, rates.count - 1]
  for i in rates.indices where !named.contains(where: { isNear(i, $0) }) { named.append(i) }
  let names = rates.indices.map { named.contains($0) ? "rate \(rates[$0].scientific)" : "" }
  return Figure(
    title: "What is gained on B is paid for with A",
    alt: """
      Accuracy on A against accuracy on B for several learning rates. The points run from the upper \
      left, A kept and B not learnt, to the lower right, B learnt and A lost. The upper right corner, \
      both, stays empty.
      """,
    caption: "One point a learning rate for B. \(a.note); the band is that of A.",
    panels: [
      Panel(
        x: Axis("accuracy on B: plasticity", range: 0...1.15, ticks: accuracyTicks),
        y: Axis("accuracy on A: stability", range: 0...1.05, ticks: accuracyTicks),
        marks: [
          .line(Line(x: b.mean, y: a.mean, low: a.low, high: a.high, style: style)),
          .points(Points(x: b.mean, y: a.mean, names: names, style: style)),
          .text(
            Note("where every method wants to be", x: 0.98, y: 0.97, side: .left, colour: .grey)),
        ])
    ], aspect: 0.7)
}
