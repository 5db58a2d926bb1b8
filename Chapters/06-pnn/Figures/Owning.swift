import Book
import CLCore
import Lessons

/// The accuracy of a network that has been pruned, before and after it has learnt on.
func prunedFigure(_ shares: [Double], _ pruned: [Pruned], _ pairs: Pairs) -> Figure {
  let left = shares.map { 100 * (1 - $0) }
  let kinds: [(String, Band, SeriesStyle, above: Double)] = [
    ("just pruned", Band(pruned.map(\.before)), SeriesStyle(.black, .dotted, .cross), -0.03),
    ("and learnt on", Band(pruned.map(\.after)), SeriesStyle(method: "PackNet"), 0.035),
  ]
  let marks = kinds.flatMap { words, band, style, above -> [Mark] in
    // Named at the left, where the two are apart.
    let place = shares.count - 2
    return [
      .line(band.line(nil, x: left, style: style, showsPoints: true)),
      .text(
        Note(
          words, x: 1.1 * left[place], y: band.mean[place] + above, colour: style.colour)),
    ]
  }
  return Figure(
    title: "A twentieth of the weights does as well as all of them",
    alt: """
      Accuracy against the share of weights left, from 1 to 100 per cent. Just after pruning it is near \
      chance at 1 per cent and level from 10 on; after learning on it is level from 5 on, and not far below \
      at 1.
      """,
    caption:
      "\(pairs.name(.shirts)); the least weights of each matrix below the head are set to 0. "
      + "\(seedsNote(pruned.count)). \(pairs.words).",
    panels: [
      Panel(
        x: Axis(
          "weights left, in %", range: 1...100, ticks: [1, 2, 5, 10, 25, 50, 100],
          isLogarithmic: true), y: Axis("accuracy", range: 0.45...0.9),
        marks: [.reference(.horizontal(0.5, "chance"))] + marks)
    ])
}

/// Who owns which weight of a square between the hidden layers, after some of the tasks.
func ownersFigure(_ owned: Owned, side: Int, _ pairs: Pairs) -> Figure {
  let tasks = owned.shares.count
  let width = owned.slot.shape[1]
  let shown = min(side, width)
  let blank = [String](repeating: "", count: shown)
  let panels = [0, 1, tasks - 1].enumerated().map { place, task -> Panel in
    let cells = (0..<shown).flatMap { row in
      (0..<shown).compactMap { column -> Heatmap.Cell? in
        let owner = Int(owned.owners[owned.slot.offset + row * width + column])
        return (1...task + 1).contains(owner)
          ? Heatmap.Cell(row: row, column: column, value: Double(owner)) : nil
      }
    }
    return Panel(
      title: "after task \(task + 1)", x: Axis(place == 1 ? "to units of the second" : ""),
      y: Axis(place == 0 ? "from units of the first" : ""),
      marks: [
        .heatmap(
          Heatmap(
            cells: cells, rows: blank, columns: blank, scale: .sequential(1...Double(tasks)),
            label: "owner: task", decimals: nil,
            showsScale: place == 2))
      ])
  }
  return Figure(
    title: "Each task finds half of what the one before it found",
    alt: """
      Three squares of weights, each coloured by the task that owns it, blank for nobody. After task 1 half \
      are its own, evenly sprinkled. After task 2 another quarter has the colour of task 2. After task 5 \
      little is blank, and the colours of tasks 4 and 5 are rare.
      """,
    caption:
      "\(shown) by \(shown) of the weights between the hidden layers; blank: nobody's. At the end "
      + "the tasks own \(owned.shares.map(\.percent).joined(separator: ", ")) of all weights below the "
      + "head. PackNet, half given back, seed 1.",
    panels: panels, columns: 3, aspect: 0.45)
}
