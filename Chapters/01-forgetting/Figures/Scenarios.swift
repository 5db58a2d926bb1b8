import Book
import CLCore
import Lessons

/// The same two images of each task in four rows, with the right answer in each scenario under them.
func scenariosFigure(_ stream: TaskStream) -> Figure {
  let shown = stream.flatMap { task in
    task.classes.compactMap { label in
      (0..<task.train.count).first { task.train.label(at: $0) == label }
        .map { (task: task, label: label, position: $0) }
    }
  }
  func image(_ number: Int, _ answer: String) -> GreyImage {
    let (task, _, position) = shown[number]
    let store = task.train.store
    return GreyImage(
      width: store.width, pixels: store.image(task.train.rows[position]), label: answer)
  }
  func isFirst(_ number: Int) -> Bool {
    shown[number].label == shown[number].task.classes.lowerBound
  }
  func kind(_ number: Int) -> String { isFirst(number) ? "first" : "second" }
  func name(_ number: Int) -> String { stream.outputNames[shown[number].label] }

  let order = Array(shown.indices)
  // The second image of each task comes after the first one of the next.
  let blended = order.map { i in
    isFirst(i) ? max(i - 1, order.startIndex) : min(i + 1, order.endIndex - 1)
  }
  return .imageSheet(
    title: "The same images, four kinds of stream",
    alt: """
      Four rows with the same ten images, two for each of five tasks, from left to right as they come. \
      Under each image stands the right answer: in the task-incremental row the number of the task, \
      which is told, and the first or second of its kinds; first or second in the domain-incremental \
      row; the name of the class in the class-incremental row; and in the task-free row the name of \
      the class again, with the images of neighbouring tasks mixed.
      """,
    caption:
      "Images from left to right as they come, under each the right answer. The number in the "
      + "first row is the task: it is told, not asked.",
    ImageSheet(
      [
        order.map { image($0, "\(shown[$0].task.index + 1): \(kind($0))") },
        order.map { image($0, kind($0)) },
        order.map { image($0, name($0)) },
        blended.map { image($0, name($0)) },
      ],
      rowTitles: [
        "task-incremental: which of the task's two?",
        "domain-incremental: first or second kind?",
        "class-incremental: which of all?",
        "task-free: which of all, and tasks blend",
      ], isInverted: true), aspect: 0.6)
}

/// The shares of tasks in a blended stream, [steps][tasks], each task named over its peak.
func blendFigure(_ shares: [[Double]]) -> Figure {
  let tasks = shares.first?.indices ?? 0..<0
  let marks = tasks.flatMap { task -> [Mark] in
    let steps = shares.indices.filter { shares[$0][task] > 0 }
    let peak = shares.map { $0[task] }.max() ?? 0
    let top = steps.filter { shares[$0][task] == peak }
    let middle = Double(top.reduce(0, +)) / Double(max(top.count, 1))
    let style = SeriesStyle.task(task, of: tasks.count)
    return [
      .line(Line(x: steps.map(Double.init), y: steps.map { shares[$0][task] }, style: style)),
      .text(Note("task \(task + 1)", x: middle, y: 1.12, side: .centre, colour: style.colour)),
    ]
  }
  return Figure(
    title: "Without boundaries, tasks fade into each other",
    alt: "Five curves, one a task: each rises from 0 to 1 and falls again as the next one rises.",
    caption: "Share of each task among the samples of a training step.",
    panels: [
      Panel(
        x: Axis("training steps"),
        y: Axis("share of the samples", range: 0...1.24, ticks: accuracyTicks), marks: marks)
    ], aspect: 0.45)
}
