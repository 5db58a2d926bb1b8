/// The shares of a variable's cotangent as they arrive.
///
/// Whole ones are summed. Those of parts are kept aside and laid into one tensor at the end, so that
/// θ, of which every layer takes its part, is never padded with zeros layer by layer; and a weight's
/// sum over the rows of a batch is written straight into its place.
struct Cotangent {
  private var whole: Variable?
  private var rows: RowShares?
  private var parts: [Part] = []

  /// The cotangent of a part: where it begins, its shape, and its shares. A class, for parts are sorted
  /// and a cotangent is long.
  private final class Part {
    let first: Int
    let shape: Shape
    let cotangent: Cotangent

    init(first: Int, shape: Shape, cotangent: consuming Cotangent) {
      self.first = first
      self.shape = shape
      self.cotangent = cotangent
    }

    var range: Range<Int> { first..<first + shape.count }
  }

  init(_ whole: Variable? = nil) { self.whole = whole }

  mutating func add(_ share: Variable) { whole = whole.map { $0 + share } ?? share }

  mutating func add(_ share: RowShares) {
    // Of a weight met more than once the shares are ordinary ones.
    guard let known = rows else { return rows = share }
    rows = nil
    add(known.sum)
    add(share.sum)
  }

  mutating func add(_ cotangent: consuming Cotangent, from first: Int, _ shape: Shape) {
    // θ has a part for each weight: room for those of three layers at once.
    if parts.isEmpty { parts.reserveCapacity(6) }
    parts.append(Part(first: first, shape: shape, cotangent: cotangent))
  }

  /// The sum of all shares, as a variable of `shape` that carries their history.
  func total(_ shape: Shape) -> Variable {
    var sum = self
    if let rows { sum.add(rows.sum) }
    if !parts.isEmpty {
      sum.add(.laid(parts.map { ($0.first, $0.cotangent.total($0.shape)) }, shape))
    }
    return sum.whole ?? Variable(.zeros(shape))
  }

  /// The sum of all shares as numbers, each part written once and in place.
  func tensor(_ shape: Shape) -> Tensor {
    guard whole == nil, rows == nil, !parts.isEmpty else { return total(shape).value }
    return .laid(parts, shape, range: \.range) { part, place in
      part.cotangent.write(part.shape, to: place)
    }
  }

  /// For each weight, where it begins and its only share, a sum over rows; per-sample sums are made
  /// of these.
  var rowsOfWeights: [(first: Int, shares: RowShares)] {
    require(whole == nil && rows == nil, "per-sample gradients need weights that are parts of θ")
    var end = 0
    return parts.sorted { $0.first < $1.first }.map { part in
      // A weight named twice arrives as two parts, whose squares would be summed apart.
      let cotangent = part.cotangent
      guard part.first >= end, cotangent.whole == nil, cotangent.parts.isEmpty,
        let rows = cotangent.rows
      else {
        misuse(
          "per-sample gradients need every weight to be met once, by a layer that takes samples row "
            + "by row; the weight at \(part.first) of shape \(part.shape) is not")
      }
      end = part.range.upperBound
      return (part.first, rows)
    }
  }

  private func write(_ shape: Shape, to place: UnsafeMutablePointer<Real>) {
    if whole == nil, parts.isEmpty, let rows { return rows.write(to: place) }
    total(shape).value.copy(to: place)
  }
}
