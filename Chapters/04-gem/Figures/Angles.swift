import Book
import CLCore
import Lessons

/// How often constraints are violated, against the number of old tasks, a panel a stream.
func violationsFigure(
  _ results: [[Outcome]], _ names: [String], rate: Double, _ course: Course
) -> Figure {
  let panels = zip(results, names).enumerated().map { number, pair in
    let (outcomes, name) = pair
    let tasks = 1..<max(course.tasks, 2)
    let x = tasks.map(Double.init)
    func band(_ method: String, _ share: (Violations.Count, Int) -> Double) -> Band {
      Band(
        (outcomes[method]?.runs ?? []).map { run in
          tasks.map { task in share(run.violations[task], task) }
        })
    }
    let single = band("GEM") { count, old in
      Double(count.ofTask.values.reduce(0, +)) / Double(max(count.steps * old, 1))
    }
    return Panel(
      title: name, x: Axis("old tasks", ticks: x),
      y: Axis(number == 0 ? "share of steps" : "", range: 0...0.7, ticks: [0, 0.2, 0.4, 0.6]),
      marks: .over([
        band("GEM") { count, _ in count.share ?? 0 }.line(
          "any (GEM)", x: x, style: SeriesStyle(method: "GEM"), showsPoints: true),
        band("A-GEM") { count, _ in count.share ?? 0 }.line(
          "mean (A-GEM)", x: x, style: SeriesStyle(method: "A-GEM"), showsPoints: true),
        single.line(
          "each (GEM)", x: x, style: SeriesStyle(.grey, .dotted, .circle), showsPoints: true),
      ]))
  }
  return Figure(
    title: "With many old tasks more steps oppose one on Rotated, hardly more on Permuted",
    alt: """
      Two panels over the number of old tasks. The share of steps in which the gradient opposes any old \
      task stays below a third on Permuted; on Rotated it rises from a fifth to a half and stays above two \
      fifths. The share for a single old task falls on Permuted and stays between a fifth and three tenths on \
      Rotated; that for the one constraint of A-GEM is between the two on Permuted and in the end as high as \
      for any on Rotated.
      """,
    caption: "Share of training steps at which g opposes any old task, a given old task (mean over "
      + "them), and the mean gradient of a batch from all memories (A-GEM). Learning rate "
      + "\(rate.formatted()). "
      + "\(seedsNote(results[0][0].runs.count)).",
    panels: panels, columns: 2, aspect: 0.5)
}

/// Where the angles to the old tasks lie before and after GEM's projection, at steps where one was obtuse.
func anglesFigure(_ diaries: [Diary]) -> Figure {
  let looks = diaries.looks.filter { $0.before.contains { $0 < 0 } }
  let width = 0.05
  let edges = (-8..<16).map { Double($0) * width }
  func density(_ angles: [Double]) -> [Double] {
    edges.map { edge in
      let inside = angles.count { $0 >= edge - width / 2 && $0 < edge + width / 2 }
      return Double(inside) / Double(max(angles.count, 1))
    }
  }
  let shown = [
    ("before: g", SeriesStyle(method: "fine-tuning"), density(looks.flatMap(\.before))),
    ("after: g̃", SeriesStyle(method: "GEM"), density(looks.flatMap(\.projected))),
  ]
  let corners = edges.flatMap { [$0 - width / 2, $0 + width / 2] }
  let panels = shown.enumerated().map { number, item in
    let (name, style, shares) = item
    let heights = shares.flatMap { [$0, $0] }
    return Panel(
      title: name, x: Axis("cosine of the angle to an old task's gradient", range: -0.45...0.8),
      y: Axis(number == 0 ? "share of the angles" : "", range: 0...0.5),
      marks: .over(
        [
          Line(
            x: corners, y: heights, low: heights.map { _ in 0 }, high: heights,
            style: SeriesStyle(style.colour, .solid, .none))
        ], references: [.vertical(0, "right angle")]))
  }
  return Figure(
    title: "g̃ is at right angles to some old tasks and agrees with the others",
    alt: """
      Two distributions of the cosine between a step and old tasks' gradients. Before the projection they \
      lie on both sides of zero. After it none is below zero; there is a peak at zero, and the rest is \
      above.
      """,
    caption:
      "GEM with γ = 0 on Rotated, steps at which at least one old task is opposed; bins of 0.05. "
      + "All looks of \(diaries.count) seeds together.",
    panels: panels, columns: 2, aspect: 0.45)
}
