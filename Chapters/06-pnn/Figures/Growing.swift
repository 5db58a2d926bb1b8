import Book
import CLCore
import Lessons

/// The units of each hidden layer of DEN after each task, by where they come from.
func growthFigure(_ runs: [DEN.Progress], from widths: [Int], _ pairs: Pairs) -> Figure {
  let tasks = runs[0].changes.count
  let names = (1...tasks).map { "task \($0)\($0 > 3 ? ", hard" : "")" }
  func total(_ layer: Int, _ counts: (DEN.Change) -> [Int]) -> [Double] {
    (0..<tasks).map { task in
      Statistics(
        runs.map { run in
          Double(
            run.changes.prefix(task + 1).map(counts)
              .reduce(0) { $0 + ($1.indices.contains(layer) ? $1[layer] : 0) })
        }
      ).mean
    }
  }
  let most =
    widths.indices.map { layer in
      Double(widths[layer]) + (total(layer, \.added).last ?? 0) + (total(layer, \.split).last ?? 0)
    }.max() ?? 1
  let panels = widths.indices.map { layer in
    Panel(
      title: "hidden layer \(layer + 1)", y: Axis(layer == 0 ? "units" : "", range: 0...1.1 * most),
      marks: stacked(
        names,
        [
          (
            "there from the start", [Double](repeating: Double(widths[layer]), count: tasks),
            Colour.grey.mixed(with: .white, share: 0.5)
          ),
          ("added by expansion", total(layer, \.added), .orange),
          ("split", total(layer, \.split), Colour.orange.mixed(with: .black, share: 0.5)),
        ]))
  }
  return Figure(
    title: "DEN adds units for the hard tasks, and splits them for the early ones",
    alt: """
      Stacked bars of units after each of five tasks, one panel for each of two hidden layers: units that \
      were there from the start, units added by expansion and copies of units that were split.
      """,
    caption:
      "\(runs.count > 1 ? "Mean over \(runs.count) seeds" : "One seed"). \(pairs.words(widths)); as many steps a stage.",
    panels: panels, columns: 2, aspect: 0.5)
}
