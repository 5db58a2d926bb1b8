import Book
import Foundation
import Lessons

/// What is left of each task with different memories γ, and the numbers that are kept.
func onlineFigure(_ faded: [Faded], weights: Int, seeds: Int) -> Figure {
  let tasks = [1.0, 2, 3, 4, 5]
  let styles = [
    SeriesStyle(method: "online EWC"), SeriesStyle(.purple, .dashDot, .diamond),
    SeriesStyle(.orange, .dotted, .downTriangle),
  ]
  let kept = grid(1, 10, 10)
  let theta = Double(weights) / 1e6
  return Figure(
    title: "One well does for all tasks; as γ falls, some are kept less well",
    alt: """
      Left: accuracy on each of five tasks at the end, for several γ; the smaller γ, the lower the \
      accuracy on the first tasks. Right: numbers kept against tasks learnt; separate wells climb on a \
      straight line, one well stays flat.
      """,
    caption: "Left: task-incremental, accuracy after five tasks, online EWC. \(seedsNote(seeds)). "
      + "Right: numbers kept besides the network in use.",
    panels: [
      Panel(
        title: "what is left", x: Axis("task", ticks: tasks),
        y: Axis("accuracy at the end", range: 0.5...1.01, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1]),
        marks: zip(faded, styles).map { faded, style in
          .line(
            faded.left.line(
              String(format: "γ = %g", faded.gamma), x: tasks, style: style, showsPoints: true))
        }),
      Panel(
        title: "what it keeps", x: Axis("tasks learnt", ticks: [1, 5, 10]),
        y: Axis("million numbers"),
        marks: [
          .line(
            Line(
              "separate wells", x: kept, y: kept.map { 2 * $0 * theta },
              style: SeriesStyle(.black, .dashed, .square), showsPoints: true)),
          .line(
            Line(
              "one well", x: kept, y: kept.map { _ in 2 * theta },
              style: SeriesStyle(method: "EWC"), showsPoints: true)),
        ]),
    ], columns: 2, aspect: 0.5)
}
