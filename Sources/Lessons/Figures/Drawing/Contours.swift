import Foundation

/// Level lines of a field by marching squares, joined into curves.
package enum Contours {
  /// Round levels within the field's values: powers of ten times 1, 2, 5 where it is logarithmic.
  package static func levels(of field: Field) -> [Double] {
    guard let (low, high) = (field.range ?? field.extremes).map({ ($0.lowerBound, $0.upperBound) }),
      high > low
    else { return [] }
    guard field.isLogarithmic else {
      return Ticks.linear(in: low...high, count: field.levels).filter { $0 > low && $0 < high }
    }
    let decades = Int(floor(log10(low)))...Int(ceil(log10(high)))
    let within = decades.flatMap { d in [1, 2, 5].map { $0 * pow(10, Double(d)) } }
      .filter { $0 > low && $0 < high }
    let stride = max(1, (within.count + field.levels - 1) / field.levels)
    return within.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
  }

  /// The curves on which the field, linear along the edges of its grid, has the value `level`.
  package static func curves(of field: Field, at level: Double) -> [[Place]] {
    let columns = field.columns
    let rows = field.values.count / columns
    // An edge of the grid: from point (row, column) to the right (even) or upwards (odd).
    func right(_ row: Int, _ column: Int) -> Int { 2 * (row * columns + column) }
    func up(_ row: Int, _ column: Int) -> Int { right(row, column) + 1 }
    var neighbours: [Int: [Int]] = [:]
    func join(_ a: Int, _ b: Int) {
      neighbours[a, default: []].append(b)
      neighbours[b, default: []].append(a)
    }
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let a = field.values[row * columns + column]
        let b = field.values[row * columns + column + 1]
        let c = field.values[(row + 1) * columns + column + 1]
        let d = field.values[(row + 1) * columns + column]
        guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { continue }
        let edges = [
          right(row, column), up(row, column + 1), right(row + 1, column), up(row, column),
        ]
        let above = [a, b, c, d].map { $0 >= level }
        let crossed = edges.indices.filter { above[$0] != above[($0 + 1) % 4] }.map { edges[$0] }
        if crossed.count == 2 {
          join(crossed[0], crossed[1])
        } else if crossed.count == 4 {
          // A saddle: the mean of the corners says which of the two pairs of corners is connected.
          let isHigh = (a + b + c + d) / 4 >= level
          if above[0] == isHigh {
            join(crossed[0], crossed[1])
            join(crossed[2], crossed[3])
          } else {
            join(crossed[3], crossed[0])
            join(crossed[1], crossed[2])
          }
        }
      }
    }
    func place(_ edge: Int) -> Place {
      let start = edge / 2
      let (row, column) = (start / columns, start % columns)
      let end = edge % 2 == 0 ? start + 1 : start + columns
      let t = (level - field.values[start]) / (field.values[end] - field.values[start])
      let (dx, dy) = edge % 2 == 0 ? (t, 0) : (0, t)
      let stepX = (field.x.upperBound - field.x.lowerBound) / Double(columns - 1)
      let stepY = (field.y.upperBound - field.y.lowerBound) / Double(rows - 1)
      return Place(
        field.x.lowerBound + (Double(column) + dx) * stepX,
        field.y.lowerBound + (Double(row) + dy) * stepY)
    }
    var curves: [[Place]] = []
    var visited: Set<Int> = []
    func walk(from start: Int) {
      var curve = [start]
      visited.insert(start)
      var here = start
      while let next = neighbours[here]?.first(where: { !visited.contains($0) }) {
        visited.insert(next)
        curve.append(next)
        here = next
      }
      if curve.count > 2, neighbours[here]?.contains(start) == true { curve.append(start) }
      curves.append(curve.map(place))
    }
    // Open curves from their ends first; what is left are rings. Sorted, since a dictionary's order
    // changes from run to run and the figure must not.
    let edges = neighbours.keys.sorted()
    for edge in edges where neighbours[edge]?.count == 1 && !visited.contains(edge) {
      walk(from: edge)
    }
    for edge in edges where !visited.contains(edge) { walk(from: edge) }
    return curves
  }
}
