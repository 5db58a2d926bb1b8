/// The shares of a variable's cotangent as they arrive.
///
/// Whole ones are summed. Those of parts are kept aside and laid into one tensor at the end, so that
/// θ, of which every layer takes its part, is never padded with zeros layer by layer; and a weight's
/// sum over the rows of a batch is written straight into its place.
struct Cotangent {
  private var whole: Variable?
  private var parts: [Part] = []

  private struct Part {
    let place: Slot
    let share: Share
  }

  private enum Share {
    case rows(RowShares)
    case numbers(Variable)

    var sum: Variable {
      switch self {
      case .rows(let rows): rows.sum
      case .numbers(let numbers): numbers
      }
    }
  }

  init(_ whole: Variable? = nil) { self.whole = whole }

  mutating func add(_ share: Variable) { whole = whole.map { $0 + share } ?? share }

  mutating func add(_ share: RowShares, in place: Slot) { add(.rows(share), in: place) }

  mutating func add(_ share: Variable, in place: Slot) { add(.numbers(share), in: place) }

  private mutating func add(_ share: Share, in place: Slot) {
    // θ has two parts a layer: room for three layers at once.
    if parts.isEmpty { parts.reserveCapacity(6) }
    parts.append(Part(place: place, share: share))
  }

  /// The sum of all shares, as a variable of `shape` that carries their history.
  func total(_ shape: Shape) -> Variable {
    if parts.isEmpty { return whole ?? Variable(.zeros(shape)) }
    let laid = Variable.laid(parts.map { ($0.place, $0.share.sum) }, shape)
    return whole.map { $0 + laid } ?? laid
  }

  /// The sum of all shares as numbers, each part written once and in place.
  func tensor(_ shape: Shape) -> Tensor {
    guard whole == nil, !parts.isEmpty else { return total(shape).value }
    return .laid(parts, shape, place: \.place) { part, place in
      switch part.share {
      case .rows(let rows): rows.write(to: place)
      case .numbers(let numbers): numbers.value.copy(to: place)
      }
    }
  }

  /// For each weight, where it lies and its only share, a sum over rows; per-sample sums are made of
  /// these.
  var rowsOfWeights: [(place: Slot, shares: RowShares)] {
    require(whole == nil, "per-sample gradients need weights that are parts of θ")
    var end = 0
    return parts.sorted { $0.place.offset < $1.place.offset }.map { part in
      // A weight met twice arrives as two parts, whose squares would be summed apart.
      guard part.place.offset >= end, case .rows(let rows) = part.share else {
        misuse(
          "per-sample gradients need every weight to be met once, by a layer that takes samples row "
            + "by row; the weight at \(part.place.offset) of shape \(part.place.shape) is not")
      }
      end = part.place.range.upperBound
      return (part.place, rows)
    }
  }
}
