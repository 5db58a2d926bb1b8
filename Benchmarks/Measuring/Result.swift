/// The medians of a row's measurements.
struct Result {
  let row: Row
  let ours: Double
  let products, floor, peer: Double?

  /// Measures everything in turn, ours first, and that so many rounds: a machine whose speed drifts
  /// drifts for all alike.
  init(measuring row: Row) throws {
    let measures = [row.ours, row.products, row.floor, row.peer]
    var figures = [[Double]](repeating: [], count: measures.count)
    for _ in 0..<row.rounds {
      for (i, measure) in measures.enumerated() {
        if let measure { figures[i].append(try measure()) }
      }
    }
    self.row = row
    ours = figures[0].median ?? .nan
    products = figures[1].median
    floor = figures[2].median
    peer = figures[3].median
  }

  var ratioToFloor: Double? { floor.map { row.unit.ratio(ours, to: $0) } }
  var ratioToPeer: Double? { peer.map { row.unit.ratio(ours, to: $0) } }

  /// Whether every goal that could be looked at is reached; `nil` if none could.
  var isReached: Bool? {
    let verdicts = row.goals.compactMap(isReached)
    return verdicts.isEmpty ? nil : verdicts.allSatisfy { $0 }
  }

  private func isReached(_ goal: Goal) -> Bool? {
    switch goal {
    case .floor(let times, _): ratioToFloor.map { $0 >= times }
    case .peer(let times): ratioToPeer.map { $0 >= times }
    case .atMost(let most): ours <= most
    }
  }
}

extension [Double] {
  /// The middle one, or the mean of the middle two; `nil` of none.
  var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
