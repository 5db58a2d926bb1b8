import Book
import CLCore
import Lessons

/// Samples differentiated in a step, against the number of old tasks.
func stepCostFigure(_ methods: [any Strategy], _ course: Course, upTo tasks: Int) -> Figure {
  let old = Array(0...tasks)
  return .curves(
    title: "A step of GEM grows with every task, one of A-GEM or replay does not",
    alt: """
      Samples differentiated in a step against the number of old tasks. GEM's line rises steadily; those \
      of A-GEM, replay and fine-tuning are flat and far below.
      """,
    caption: "\(course.kept) samples kept a task; batches of 10; counted, not timed.",
    x: Axis("old tasks"), y: Axis("samples differentiated in a step"),
    methods.map { method in
      Line(
        method.name, x: old.map(Double.init),
        y: old.map { Double(course.samplesDifferentiated(method, oldTasks: $0)) },
        style: SeriesStyle(method: method.name), showsPoints: true)
    })
}

/// ACC against the samples kept, and against the samples differentiated; [contestants][sizes].
func memoryFigure(
  _ sizes: [Int], _ contestants: [Contestant], _ outcomes: [[Outcome]], _ course: Course
) -> Figure {
  let bands = outcomes.map { points in
    Band((0..<(points.first?.runs.count ?? 0)).map { seed in points.map { $0.accuracies[seed] } })
  }
  let byMemory = zip(contestants, bands).map { contestant, band in
    band.line(
      contestant.name, x: sizes.map(Double.init), style: contestant.style, showsPoints: true)
  }
  let byWork = zip(contestants, bands).flatMap { contestant, band -> [Mark] in
    let work = sizes.map { contestant.work($0, course) }
    return [
      .line(
        Line(x: work, y: band.mean, style: contestant.style, showsPoints: true)),
      .points(
        Points(
          x: work, y: band.mean,
          names: contestant == .replayOfAll ? [] : sizes.map(String.init),
          style: contestant.style)),
    ]
  }
  return Figure(
    title: "With the same memory replay does as well, for far less work",
    alt: """
      Two panels of average accuracy. Against samples kept a task, the curves of GEM, replay and replay \
      of all lie within each other's bands. Against samples differentiated in a step, replay's points \
      stand in a column far to the left of the last ones of the other two.
      """,
    caption: "Rotated, \(course.fewTasks) tasks; at the points the samples kept a task. "
      + "\(seedsNote(outcomes.first?.first?.runs.count ?? 0)). Batches of 10.",
    panels: [
      Panel(
        title: "same memory", x: Axis("samples kept a task", isLogarithmic: true), y: Axis("ACC"),
        marks: .over(byMemory)),
      Panel(
        title: "what it took",
        x: Axis("samples differentiated in a step", range: 12...260, isLogarithmic: true),
        y: Axis(""), marks: byWork),
    ], columns: 2, aspect: 0.5)
}
