import CLCore

/// Herding as a slow loop in double precision, and what becomes of it with one thing wrong.
struct GreedyChoice {
  /// Whether an image may be chosen again.
  var repeats = false
  /// Whether the sum of the exemplars is divided by their number.
  var divides = true
  /// Whether it is the exemplar chosen last alone that a choice is judged with.
  var forgets = false
  /// Whether the largest x·w is chosen, with w ← w + µ − x, in the place of the least distance.
  var isByDirection = false

  static let repeating = GreedyChoice(repeats: true)
  static let summing = GreedyChoice(divides: false)
  static let forgetting = GreedyChoice(forgets: true)
  static let byDirection = GreedyChoice(isByDirection: true)

  /// The rows chosen, in order.
  func rows(_ features: Tensor, _ count: Int) -> [Int] { choices(features, count).map(\.row) }

  /// Whether no choice hangs on a rounding.
  func isClear(_ features: Tensor, _ count: Int) -> Bool {
    choices(features, count).allSatisfy { $0.lead > 1e-4 }
  }

  /// The rows chosen, and by how much each was ahead of the next.
  private func choices(_ features: Tensor, _ count: Int) -> [(row: Int, lead: Double)] {
    let (n, d) = (features.shape[0], features.shape[1])
    let rows = (0..<n).map { row in (0..<d).map { Double(features[row, $0]) } }
    let mean = (0..<d).map { column in rows.reduce(0) { $0 + $1[column] } / Double(n) }
    var chosen: [(row: Int, lead: Double)] = []
    var sum = [Double](repeating: 0, count: d)
    for k in 1...count {
      func cost(_ row: Int) -> Double {
        (0..<d).reduce(0) { total, i in
          if isByDirection { return total - rows[row][i] * (Double(k) * mean[i] - sum[i]) }
          let off = mean[i] - (rows[row][i] + sum[i]) / (divides ? Double(k) : 1)
          return total + off * off
        }
      }
      let left = (0..<n).filter { row in repeats || !chosen.contains { $0.row == row } }
      let order = left.map { (row: $0, cost: cost($0)) }.sorted { $0.cost < $1.cost }
      chosen.append((order[0].row, order.count > 1 ? order[1].cost - order[0].cost : .infinity))
      for i in 0..<d { sum[i] = (forgets ? 0 : sum[i]) + rows[order[0].row][i] }
    }
    return chosen
  }
}
