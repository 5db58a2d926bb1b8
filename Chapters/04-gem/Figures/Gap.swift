import Book
import CLCore
import Lessons

/// Accuracy on the first task, step by step, while the second is learnt; [entries][seeds].
func gapFigure(_ change: Switch, _ falls: [[Fall]]) -> Figure {
  let x = falls[0][0].accuracies.indices.map { Double($0) }
  return .curves(
    title: "Just after the switch even replay and GEM fall, and recover in part",
    alt: """
      Accuracy on the first task over the steps of the second. Fine-tuning falls to zero. GEM falls by \
      nearly a half and comes back most of the way; replay falls less and comes back too.
      """,
    caption:
      "Two tasks of five kinds, class-incremental, MLP 100-100, \(change.steps) steps a task, "
      + "batches of 32; \(change.kept) samples kept; tested after every step. "
      + "\(seedsNote(falls[0].count)).",
    x: Axis("steps of the second task"), y: Axis("accuracy on the first task", range: 0...0.9),
    zip(change.entries, falls).map { entry, runs in
      Band(runs.map(\.accuracies)).line(
        entry.method.name, x: x, style: SeriesStyle(method: entry.method.name))
    })
}
