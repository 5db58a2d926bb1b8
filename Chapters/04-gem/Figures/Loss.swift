import Book
import Lessons

/// The loss of the first task on kept samples and on unseen images, a panel a stream.
func recallFigure(_ recalls: [[Recall]], _ names: [String], _ course: Course) -> Figure {
  let panels = zip(recalls, names).enumerated().map { number, pair in
    let (recalls, name) = pair
    // The looks of a task together: single ones are noisy.
    let looks = max(1, (recalls.first?.steps.count ?? 0) / (course.tasks - 1))
    let steps = (recalls.first?.steps ?? []).averaged(by: looks)
    return Panel(
      title: name, x: Axis("steps since the first task was learnt"),
      y: Axis(number == 0 ? "cross-entropy on task 1" : ""),
      marks: .over([
        Band(recalls.map { $0.test.averaged(by: looks) }).line(
          "test images", x: steps, style: SeriesStyle(.black, .solid, .circle),
          showsPoints: true),
        Band(recalls.map { $0.kept.averaged(by: looks) }).line(
          "kept samples", x: steps, style: SeriesStyle(.green, .dashed, .triangle),
          showsPoints: true),
      ]))
  }
  return Figure(
    title: "Every constraint holds, yet on Rotated the loss of task 1 rises",
    alt: """
      Two panels with the loss of the first task over the steps of later tasks, on kept samples and on \
      test images. On Permuted both fall, the kept samples lower. On Rotated both rise to more than twice \
      where they began, and come down again at the end.
      """,
    caption: "GEM with γ = 0; means over the steps of each later task. "
      + "\(seedsNote(recalls[0].count)).", panels: panels,
    columns: 2,
    aspect: 0.5)
}
