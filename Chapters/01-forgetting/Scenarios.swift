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
        "task \(task.index + 1): \(label - task.classes.lowerBound == 0 ? "first" : "second")"
      },
      row { task, label in label - task.classes.lowerBound == 0 ? "first" : "second" },
      row { _, label in "class \(label)" },
    ],
    rowTitles: ["task-incremental", "domain-incremental", "class-incremental"],
    columnTitles: shown.map {
      $0.task.train.store.classNames[$0.task.train.originalClass(at: $0.position)]
    },
    isInverted: true)
}

/// ACC of every method in every scenario as bars, with guessing as reference.
func boundsPanels(_ outcomes: [Outcome]) -> [Panel] {
  Scenario.allCases.map { scenario in
    let shown = outcomes.of(scenario)
    let guessing = scenario == .class ? 0.1 : 0.5
    return Panel(
      title: "\(scenario)-incremental",
      y: Axis(scenario == .task ? "average accuracy" : "", range: 0...1),
      marks: [
        .bars(
          Bars(
            categories: shown.map { $0.name.replacing(" ", with: "\n") },
            series: [
              Bars.Series(
                "", shown.map(\.acc.mean), errors: shown.map(\.acc.halfWidth),
                style: SeriesStyle(method: "joint"),
                styles: shown.map { SeriesStyle(method: $0.name) })
            ])), .reference(.horizontal(guessing, "guessing")),
      ])
  }
}
