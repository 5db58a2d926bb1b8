import Book
import CLCore
import Lessons

/// The one constraint of A-GEM in place of two: two gradients and their steps.
func averagedFigure(_ cases: [(title: String, gradients: Gradients)]) -> Figure {
  let reach = 3.6
  let panels = cases.enumerated().map { i, item in
    let gradients = item.gradients
    let mean = [0, 1].map { w in
      gradients.old.reduce(0) { $0 + $1[w] } / Double(gradients.old.count)
    }
    let averaged = gradients.averaged
    let kept = zip(averaged, gradients.g).allSatisfy { abs($0 - $1) < 1e-9 }
    return Panel(
      title: item.title, x: Axis("first weight", range: -reach...reach, ticks: [-2, 0, 2]),
      y: Axis(i == 0 ? "second weight" : "", range: -2...reach, ticks: [-2, 0, 2]),
      marks: [
        cone([mean], reach: reach, Ink.averaged), cone(gradients.old, reach: reach, Ink.projected),
      ] + oldArrows(gradients.old) + arrow("mean", to: mean, .grey)
        + (kept
          ? arrow("g = A-GEM", to: gradients.g, Ink.averaged, nudge: [-0.75, -0.95])
          : arrow("g", to: gradients.g, Ink.current, nudge: [-0.4, -0.2])
            + arrow("A-GEM", to: averaged, Ink.averaged, nudge: [-0.15, 0.75]))
        + arrow("GEM", to: gradients.projected, Ink.projected, nudge: [0.2, 0.4]),
      equalUnits: true)
  }
  return Figure(
    title: "A step that the mean allows may still oppose a task",
    alt: """
      Two planes of two weights. The half-plane that A-GEM allows holds GEM's cone and more. On the left \
      its step lies on the edge of the half-plane, outside the cone. On the right g itself lies in the \
      half-plane and is kept, although it opposes the first task.
      """,
    caption: "Pale blue: allowed by the mean of g₁ and g₂. Green: allowed by both.",
    panels: panels, columns: 2, aspect: 0.5)
}

/// How often the steps of GEM and A-GEM oppose an old task, against the number of old tasks.
func leftOverFigure(_ diaries: [Diary], tasks: Int) -> Figure {
  let old = 1..<max(tasks, 2)
  let x = old.map(Double.init)
  func band(_ angles: @escaping (Diary.Look) -> [Double]) -> Band {
    Band(
      diaries.map { diary in
        old.map { tasks in
          let all = diary.looks.filter { $0.tasks == tasks }.flatMap(angles)
          return Double(all.count { $0 < -1e-4 }) / Double(max(all.count, 1))
        }
      })
  }
  return .curves(
    title: "With one constraint for all, most opposition remains",
    alt: """
      The share of old tasks that a step opposes, against their number. For g it is about a third; for \
      the step of A-GEM it grows from zero towards that; for GEM's it is zero.
      """,
    caption:
      "Rotated, three steps from one gradient at one θ, in runs of GEM with γ = 0; r of A-GEM "
      + "is the mean over all that is kept. \(seedsNote(diaries.count)).",
    x: Axis("old tasks", ticks: x), y: Axis("share of old tasks opposed", range: 0...0.6),
    [
      band(\.before).line("g", x: x, style: SeriesStyle(method: "fine-tuning"), showsPoints: true),
      band(\.averaged).line("A-GEM", x: x, style: SeriesStyle(method: "A-GEM"), showsPoints: true),
      band(\.projected).line("GEM", x: x, style: SeriesStyle(method: "GEM"), showsPoints: true),
    ])
}
