/// The shares of a variable's cotangent as they arrive.
///
/// Whole ones are summed. Those of parts are kept aside and laid into one tensor at the end, so that
/// θ, of which every layer takes its part, is never padded with zeros layer by layer; and a weight's
/// sum over the rows of a batch is written straight into its place.
struct Cotangent {
  private var whole: Variable?
  private var rows: [RowShares] = []
  private var parts: [Part] = []

  /// The cotangent of a part: where it begins, its shape, and its shares.
  private struct Part {
    let first: Int
    let shape: Shape
    let cotangent: Cotangent
  }

  init(_ whole: Variable? = nil) { self.whole = whole }

  mutating func add(_ share: Variable) { whole = whole.map { $0 + share } ?? share }

  mutating func add(_ share: RowShares) { rows.append(share) }

  mutating func add(_ cotangent: Cotangent, from first: Int, _ shape: Shape) {
    parts.append(Part(first: first, shape: shape, cotangent: cotangent))
  }

  /// The sum of all shares, as a variable of `shape` that carries their history.
  func total(_ shape: Shape) -> Variable {
    var shares = rows.map(\.sum)
    if let whole { shares.append(whole) }
    if !parts.isEmpty {
      shares.append(.laid(parts.map { ($0.first, $0.cotangent.total($0.shape)) }, shape))
    }
    guard let first = shares.first else { return Variable(.zeros(shape)) }
    return shares.dropFirst().reduce(first, +)
  }

  /// The sum of all shares as numbers, each part written once and in place.
  func tensor(_ shape: Shape) -> Tensor {
    guard whole == nil, rows.isEmpty, !parts.isEmpty else { return total(shape).value }
    return .laid(
      parts.map { part in
        (part.first, part.shape.count, { part.cotangent.write(part.shape, to: $0) })
      }, shape)
  }

  /// For each weight, where it begins and its only share, a sum over rows; per-sample sums are made
  /// of these.
  var rowsOfWeights: [(first: Int, shares: RowShares)] {
    require(whole == nil && rows.isEmpty, "per-sample gradients need weights that are parts of θ")
    var end = 0
    return parts.sorted { $0.first < $1.first }.map { part in
      // A weight named twice arrives as two parts, whose squares would be summed apart.
      defer { end = part.first + part.shape.count }
      require(
        part.first >= end && part.cotangent.whole == nil && part.cotangent.parts.isEmpty
          && part.cotangent.rows.count == 1,
        "per-sample gradients need every weight to be met once, by a layer that takes samples row "
          + "by row; the weight at \(part.first) of shape \(part.shape) is not")
      return (part.first, part.cotangent.rows[0])
    }
  }

  private func write(_ shape: Shape, to place: UnsafeMutablePointer<Real>) {
    if whole == nil, parts.isEmpty, rows.count == 1 { return rows[0].write(to: place) }
    total(shape).value.copy(to: place)
  }
}
