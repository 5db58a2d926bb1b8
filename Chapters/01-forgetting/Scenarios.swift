import Book
import CLCore
import Lessons

/// The same two images of each task in three rows, with the right answer in each scenario under them.
func scenarioSheet(_ stream: TaskStream) -> ImageSheet {
  let shown = stream.flatMap { task in
    task.classes.compactMap { label in
      (0..<task.train.count).first { task.train.label(at: $0) == label }
        .map { (task: task, label: label, position: $0) }
    }
  }
  func row(_ answer: (_ task: Experience, _ label: Int) -> String) -> [GreyImage?] {
    shown.map { task, label, position in
      let store = task.train.store
      return GreyImage(
        width: store.width, pixels: store.image(task.train.rows[position]),
        label: answer(task, label))
    }
  }
  return ImageSheet(
    [
      row { task, label in
        "\(task.index + 1) · \(label == task.classes.lowerBound ? "first" : "second")"
      },
      row { task, label in label == task.classes.lowerBound ? "first" : "second" },
      row { _, label in stream.outputNames[label] },
    ],
    rowTitles: [
      "task-incremental: told the task, which of its two?",
      "domain-incremental: first or second kind?",
      "class-incremental: which of all?",
    ], columnTitles: shown.map { "task \($0.task.index + 1)" },
    isInverted: true)
}
