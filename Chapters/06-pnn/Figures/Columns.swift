import Book
import CLCore
import Lessons

/// The columns of a progressive network, layer by layer, with their sizes.
func columnsFigure(_ network: ProgressiveNetwork) -> Figure {
  let count = network.columns.count
  let widths = network.columns[0].hidden.map(\.bias.shape.count)
  func x(_ column: Int) -> Double { 4 * Double(column) }
  func y(_ layer: Int) -> Double { 2 * Double(layer) }
  var marks: [Mark] = box(
    "\(network.inputs) pixels", x: x(count - 1) / 2, y: 0, width: x(count - 1) + 1.6, height: 0.7,
    .grey)
  for (k, column) in network.columns.enumerated() {
    let colour = ink(k, of: count + 1)
    let sizes = widths + [k == 0 ? 2 : column.outputs.count]
    for (i, size) in sizes.enumerated() {
      marks += box("\(size)", x: x(k), y: y(i + 1), width: 1.6, height: 0.7, colour)
      marks.append(
        .arrow(
          Arrow(
            from: Place(x(k), y(i) + 0.35), to: Place(x(k), y(i + 1) - 0.35), colour: colour)))
      guard k > 0, i > 0 else { continue }
      // The adapter, to the left of the column, between two layers.
      let (ax, ay) = (x(k) - 1.75, y(i) + 1)
      for j in 0..<k {
        marks.append(
          .arrow(
            Arrow(
              from: Place(x(j) + 0.8, y(i) + 0.1), to: Place(ax - 0.4, ay),
              colour: ink(j, of: count + 1)
            )))
      }
      marks += box("V", x: ax, y: ay, width: 0.8, height: 0.6, colour)
      marks.append(
        .arrow(
          Arrow(
            from: Place(ax + 0.4, ay), to: Place(x(k) - 0.8, y(i + 1) - 0.15), colour: colour)))
    }
    let top = y(sizes.count)
    let state = k == count - 1 ? "being learnt" : "frozen"
    marks += [
      .text(
        Note("column \(k + 1): \(state)", x: x(k), y: top + 1.5, side: .centre, colour: colour)),
      .text(
        Note(
          "\(column.own.grouped) weights", x: x(k), y: top + 1.05, side: .centre)),
      .text(
        Note(
          k == 0 ? "" : "+ \(column.lateral.grouped) from the side", x: x(k), y: top + 0.65,
          side: .centre)),
    ]
  }
  return Figure(
    title: "Each task gets a column; it sees what all columns before it see",
    alt: """
      Three columns of boxes side by side over one box of pixels. Arrows lead upwards within each column, \
      and from each layer of the earlier columns through an adapter V into the next layer of the later \
      ones. The weights of the columns, and of what enters from the side, are written above.
      """,
    caption: "Hidden layers of \(widths.map(String.init).joined(separator: " and ")) units, two "
      + "outputs a task; V is an adapter. In a run the first head has an output for each class of the stream.",
    panels: [
      Panel(
        x: Axis(range: -1.6...x(count - 1) + 1.6, isHidden: true),
        y: Axis(range: -0.5...y(widths.count + 1) + 1.9, isHidden: true), marks: marks)
    ], aspect: 0.62)
}

extension Int {
  /// With a comma before every three digits: 88,802.
  var grouped: String {
    let digits = String(self)
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
