import Book
import CLCore
import Lessons

/// CPG's weights by owner, step by step.
func cycleFigure(_ cycle: Cycle, _ pairs: Pairs, seed: Int) -> Figure {
  func thousands(_ counts: [Double]) -> [Double] { counts.map { $0 / 1000 } }
  let grown = cycle.grown.map { Mark.reference(.vertical($0, "grows", dash: .dashed)) }
  let begun = cycle.begun.enumerated().map { task, step in
    Mark.reference(.vertical(step, "task \(task + 1)"))
  }
  return Figure(
    title: "Pick takes what is free, compact gives back, and who finds too little grows",
    alt: """
      Weights by owner against training steps over five tasks: a saw. When a task picks, nobody's weights \
      fall to zero; while it compacts they rise again in steps and its own fall. Where a task found none, \
      dashed lines mark that the network grows, and its own weights rise by as much.
      """,
    caption: "Weights below the head; a task begins by learning its goal in a network of its own. "
      + "CPG, seed \(seed), the first in which the network grows. \(pairs.words).",
    panels: [
      Panel(
        x: Axis("steps"), y: Axis("weights, in thousands"),
        marks: begun + grown + [
          .line(
            Line(
              "nobody's", x: cycle.steps, y: thousands(cycle.free),
              style: SeriesStyle(SeriesStyle(method: "CPG").colour, .solid, .none),
              isEmphasised: true)),
          .line(
            Line(
              "the task's own", x: cycle.steps, y: thousands(cycle.own),
              style: SeriesStyle(.black, .dotted, .none))),
          .line(
            Line(
              "earlier tasks'", x: cycle.steps, y: thousands(cycle.earlier),
              style: SeriesStyle(.grey, .dashDot, .none))),
        ])
    ])
}
