/// Spearman's rank correlation ρ (Spearman, 1904): the correlation of the ranks of `a` with those of
/// `b`, 1 where both put everything in the same order, −1 in the opposite one.
///
/// Nothing but order counts, so quantities of different units and of any spread can be compared.
/// Equal numbers share the mean of their ranks, and ρ is the Pearson correlation of the ranks: the
/// formula with Σd² holds without ties only. `nil` where there is nothing to rank: all numbers of
/// one side are equal, or one of them is NaN.
///
/// - Parameters:
///   - a: one number an item, [n].
///   - b: the other number of the same items, [n].
public func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double? {
  require(
    a.count == b.count, "\(a.count) numbers cannot be compared in rank with \(b.count)")
  guard !a.contains(where: \.isNaN), !b.contains(where: \.isNaN) else { return nil }
  // Ranks from 1 to n, ties or not, have this mean.
  let mean = Double(a.count + 1) / 2
  var (products, squaresOfA, squaresOfB) = (0.0, 0.0, 0.0)
  for (x, y) in zip(ranks(a), ranks(b)) {
    products += (x - mean) * (y - mean)
    squaresOfA += (x - mean) * (x - mean)
    squaresOfB += (y - mean) * (y - mean)
  }
  guard squaresOfA > 0, squaresOfB > 0 else { return nil }
  return products / (squaresOfA.squareRoot() * squaresOfB.squareRoot())
}

/// The place of each number in ascending order, from 1; equal numbers share the mean of their places.
func ranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var first = 0
  while first < order.count {
    var end = first + 1
    while end < order.count, values[order[end]] == values[order[first]] { end += 1 }
    for place in first..<end { ranks[order[place]] = Double(first + 1 + end) / 2 }
    first = end
  }
  return ranks
}
