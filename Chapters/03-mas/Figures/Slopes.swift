import Book
import CLCore
import Lessons

/// Three numbers while one task is learnt, each as a multiple of its first value; [seeds][looks][3].
func slopesFigure(_ steps: [Double], _ followed: [[[Double]]]) -> Figure {
  let kinds: [(String, SeriesStyle)] = [
    ("slope of the loss", SeriesStyle(.vermilion, .dashed, .square)),
    ("Fisher information", SeriesStyle(method: "EWC")),
    ("slope of ‖f‖²", SeriesStyle(method: "MAS")),
  ]
  return .curves(
    title: "As a task is learnt the loss grows flat, the scores grow steep",
    alt: """
      Three curves over training steps on a logarithmic axis, each beginning at one. The slope of the \
      loss rises a little, then falls below one. The Fisher information rises and then falls back. The \
      slope of the squared scores rises by more than a factor of a hundred and stays there.
      """,
    caption: "T-shirts against trousers; each number as a multiple of its value before training. "
      + seedsNote(followed.count) + ".",
    x: Axis("training steps"), y: Axis("multiple of the start", isLogarithmic: true),
    kinds.enumerated().map { kind, look in
      Band(logarithmic: followed.map { seed in seed.map { $0[kind] / seed[0][kind] } })
        .line(look.0, x: steps, style: look.1, showsPoints: true)
    }, references: [.horizontal(1)])
}

/// Accuracy on A and on B while B is learnt, a panel a task; [methods][seeds][looks][2].
func twoTasksFigure(
  _ steps: [Double], _ methods: [any Strategy], _ seen: [[[[Double]]]], _ scale: Scale
) -> Figure {
  let panels = ["accuracy on A", "accuracy on B"].enumerated().map { task, title in
    Panel(
      title: title, x: Axis("training steps of B"),
      y: Axis(task == 0 ? "accuracy" : "", range: 0...1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
      marks: zip(methods, seen).map { method, runs in
        .line(
          Band(runs.map { $0.map { $0[task] } }).line(
            method.name, x: steps, style: SeriesStyle(method: method.name)))
      })
  }
  return Figure(
    title: "MAS holds task A, and task B is learnt all the same",
    alt: """
      Two panels over the training steps of task B. On the left accuracy on task A falls under \
      fine-tuning and much less under MAS. On the right accuracy on task B rises alike for both.
      """,
    caption: "Two tasks of five kinds each, the task told. "
      + "\(seedsNote(seen[0].count)). \(scale.words).",
    panels: panels, columns: 2, aspect: 0.5)
}

/// Three accounts of what training took off the loss, [seeds][looks][3].
func pathsFigure(_ steps: [Double], _ accounts: [[[Double]]]) -> Figure {
  let looks: [(String, SeriesStyle)] = [
    ("Σω: the batch's slope", SeriesStyle(method: "SI")),
    ("slope of all images", SeriesStyle(.green, .dashed, .none)),
    ("fall of the loss", SeriesStyle(.black, .dotted, .none)),
  ]
  return .curves(
    title: "Summed over the weights, ω is far more than the loss has fallen",
    alt: """
      Three curves over training steps. The fall of the loss levels off. The sum with the slope of all \
      images follows it. The sum of SI's omega goes on rising to more than twice that.
      """,
    caption: "T-shirts against trousers. \(seedsNote(accounts.count)).",
    x: Axis("training steps"), y: Axis("cross-entropy"),
    looks.enumerated().map { account, look in
      Band(accounts.map { $0.map { $0[account] } }).line(look.0, x: steps, style: look.1)
    })
}
