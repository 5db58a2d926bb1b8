import Book
import CLCore
import Lessons

/// PackNet's two strokes, task by task: a task trains whatever is free, then keeps half of it.
func fillingAnimation(_ owned: Owned, side: Int, _ pairs: Pairs) -> Animation {
  let tasks = owned.shares.count
  let width = owned.slot.shape[1]
  let shown = min(side, width)
  let blank = [String](repeating: "", count: shown)
  /// The square at a moment; `trains` says whether task `task` still has all that it found.
  func square(_ task: Int, trains: Bool) -> Panel {
    let cells = (0..<shown).flatMap { row in
      (0..<shown).compactMap { column -> Heatmap.Cell? in
        let owner = Int(owned.owners[owned.slot.offset + row * width + column])
        let isEarlier = (1...task).contains(owner) && owner < task
        guard isEarlier || trains || owner == task else { return nil }
        return Heatmap.Cell(row: row, column: column, value: Double(isEarlier ? owner : task))
      }
    }
    return Panel(
      title: "task \(task) " + (trains ? "trains what is free" : "keeps half of it"),
      x: Axis("to units of the second layer"), y: Axis("from units of the first"),
      marks: [
        .heatmap(
          Heatmap(
            cells: cells, rows: blank, columns: blank, scale: .sequential(1...Double(tasks)),
            label: "owner: task", decimals: nil))
      ])
  }
  let frames = (1...tasks).flatMap { task in
    [true, false].map { trains in
      Figure(
        title: "Each task trains what is free and keeps half of it",
        alt: """
          A square of weights, coloured by the task that owns them. Task 1 has all of them and gives half back; \
          task 2 takes what is free and gives half of that back; and so on, until after task \(tasks) little is \
          free.
          """,
        caption:
          "\(shown) by \(shown) of the weights between the hidden layers; blank: nobody's. "
          + "PackNet, half given back, seed 1.",
        panels: [square(task, trains: trains)], aspect: 0.8)
    }
  }
  return Animation(frames, delay: 0.8, pause: 2.4)
}
