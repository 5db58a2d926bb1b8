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
      row { task, label in label == task.classes.lowerBound ? "first" : "second" },
      row { task, label in label == task.classes.lowerBound ? "first" : "second" },
      row { _, label in stream.outputNames[label] },
    ],
    rowTitles: [
      "task-incremental: which of this task's two?", "domain-incremental: first or second kind?",
      "class-incremental: which of all?",
    ],
    columnTitles: shown.map {
      $0.task.train.store.classNames[$0.task.train.originalClass(at: $0.position)]
    },
    isInverted: true)
}

/// ACC of every method in every scenario as grouped bars, beside what guessing would give.
func boundsBars(_ outcomes: [Outcome]) -> [Bars.Series] {
  let guessing = Bars.Series(
    "guessing", [0.5, 0.5, 0.1], style: SeriesStyle(Colour.grey.mixed(with: .white, share: 0.6)))
  let names = outcomes.of(.task).map(\.name)
  return [guessing]
    + names.map { name in
      let met = Scenario.allCases.map { outcomes.of($0)[name] }
      return Bars.Series(
        name, met.map { $0?.acc.mean ?? .nan }, errors: met.map { $0?.acc.margin() ?? 0 },
        style: SeriesStyle(method: name))
    }
}
