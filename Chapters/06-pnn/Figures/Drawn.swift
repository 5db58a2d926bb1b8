import Book
import Lessons

/// The colour of a task, from 0, in every figure of this chapter: viridis, in the order learnt.
func ink(_ task: Int, of count: Int) -> Colour {
  ColourScale.sequential(0...Double(max(count - 1, 1))).colour(of: Double(task))
}

/// A rectangle with words in it.
func box(
  _ words: String, x: Double, y: Double, width: Double, height: Double, _ colour: Colour
) -> [Mark] {
  let style = SeriesStyle(colour, .solid, .none)
  let (left, right, low, high) = (x - width / 2, x + width / 2, y - height / 2, y + height / 2)
  return [
    .line(
      Line(
        x: [left, right], y: [low, low], low: [low, low], high: [high, high], style: style)),
    .line(
      Line(x: [left, right, right, left, left], y: [low, low, high, high, low], style: style)),
    .text(Note(words, x: x, y: y, side: .centre)),
  ]
}

/// Bars that stand on each other, [parts][categories], the first at the bottom, and a key to them.
func stacked(_ categories: [String], _ parts: [(label: String, values: [Double], colour: Colour)])
  -> [Mark]
{
  var tops = [[Double]]()
  for part in parts {
    let below = tops.last ?? [Double](repeating: 0, count: categories.count)
    tops.append(zip(below, part.values).map { $0 + $1 })
  }
  let bars = zip(parts, tops).reversed().map { part, top in
    Mark.bars(
      Bars(
        categories: categories, series: [Bars.Series("", top, style: SeriesStyle(part.colour))],
        showsValues: false))
  }
  let key = parts.filter { !$0.label.isEmpty }.map {
    Mark.points(Points($0.label, x: [], y: [], style: SeriesStyle($0.colour, .solid, .square)))
  }
  return bars + key
}
