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
      Line(x: shifts, y: parabola, style: SeriesStyle(.black, .dotted, .none)),
      Line("rank \(weight.rank)", x: shifts, y: rises, style: style, showsPoints: true),
    ]
  }
  return .curves(
    title: "What moving a weight costs is what F foretells, until it moves far",
    alt: """
      The rise of the loss against how far a single weight is moved, both axes logarithmic, for three \
      weights. The points of each lie on a dotted straight line of slope two, the parabola of the Fisher \
      information, and leave it only where the weight is moved by more than about one. The three lines lie \
      far apart.
      """,
    caption:
      "Points: mean rise of the loss of task 1 on training images when this weight alone moves "
      + "by ±δ. Dotted: ½ F δ². The rank is by F, among all weights. Seed 1.",
    x: Axis("shift δ of the weight", isLogarithmic: true),
    y: Axis("rise of the loss", isLogarithmic: true), lines)
}
