import Book
import Foundation
import Lessons

/// The rise of the loss along single weights, beside the parabola that the Fisher information foretells.
func curvatureFigure(_ weights: [OneWeight]) -> Figure {
  let shifts = grid(log10(0.03), log10(3), 25).map { pow(10, $0) }
  let styles = [
    SeriesStyle(.blue, .solid, .circle), SeriesStyle(.vermilion, .solid, .square),
    SeriesStyle(.green, .solid, .triangle),
  ]
  let lines = zip(weights, styles).flatMap { weight, style -> [Line] in
    // What float rounds away cannot be drawn on a logarithmic axis.
    let rises = shifts.map { weight.rise($0) }.map { $0 > 0 ? $0 : .nan }
    let parabola = shifts.map { weight.foretold($0) }.map { $0 > 0 ? $0 : .nan }
    return [
      Line(x: shifts, y: parabola, style: SeriesStyle(style.colour, .dotted, .none)),
      Line("rank \(weight.rank)", x: shifts, y: rises, style: style, showsPoints: true),
    ]
  }
  return .curves(
    title: "The larger F, the more it costs to move a weight",
    alt: """
      The rise of the loss against how far a single weight is moved, both axes logarithmic, for three \
      weights. The points lie on or a little above dotted straight lines of slope two, the parabolas of the \
      Fisher information. The first weight costs about a hundred times what the other two do.
      """,
    caption:
      "Points: mean rise of the loss of task 1 on training images when this weight alone moves "
      + "by ±δ. Dotted, in the same colour: ½ F δ². The rank is by F, among all weights. Seed 1.",
    x: Axis("shift δ of the weight", isLogarithmic: true),
    y: Axis("rise of the loss", isLogarithmic: true), lines)
}
