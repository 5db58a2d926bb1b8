import Book
import CLCore
import Lessons

/// Numbers kept after each task, measured over five tasks and counted further.
func memoryFigure(
  _ results: [Journeys], _ counted: [(name: String, kept: [Int])], _ pairs: Pairs
) -> Figure {
  func thousands(_ kept: [Int]) -> [Double] { kept.map { Double($0) / 1000 } }
  func tasks(_ count: Int) -> [Double] { (1...max(count, 1)).map(Double.init) }
  let measured = results.map { result in
    Band(result.all.map { thousands($0.kept) }).line(
      result.name, x: tasks(result.all[0].kept.count), style: SeriesStyle(method: result.name),
      showsPoints: true)
  }
  let most = results.flatMap { $0.all.map { thousands($0.kept).last ?? 0 } }.max() ?? 1
  let further = counted.map { name, kept in
    Line(name, x: tasks(kept.count), y: thousands(kept), style: SeriesStyle(method: name))
  }
  return Figure(
    title: "Columns grow with the square of the tasks, masks far less",
    alt: """
      Two panels of numbers kept against tasks learnt. Over five tasks PNN is the highest and bends \
      upwards, separate networks rise in a straight line, DEN and CPG rise a little, PackNet stays level. \
      Counted on to twenty tasks, PNN has more than twice as much as separate networks.
      """,
    caption: "Everything kept from task to task, the network among it; a mask of a byte a weight "
      + "counts as a quarter. Left: \(seedsNote(results[0].all.count)). Right: counted. "
      + "MLP \(pairs.hidden.widths).",
    panels: [
      Panel(
        title: "measured", x: Axis("tasks learnt", ticks: tasks(5)),
        y: Axis("numbers kept, in thousands", range: 0...1.05 * most),
        marks: .over(measured)),
      Panel(
        title: "counted", x: Axis("tasks learnt", ticks: [1, 5, 10, 15, 20]), y: Axis(""),
        marks: .over(further)),
    ], columns: 2, aspect: 0.5)
}
