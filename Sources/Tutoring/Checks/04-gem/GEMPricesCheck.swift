import CLCore
import Exercise

/// The prices of GEM's dual, by the conditions of Karush, Kuhn and Tucker.
struct GEMPricesCheck: Check {
  let place = "04-gem/gem-prices"
  let trials = [
    Trial("one old task, opposed") { random in
      question(Dual(lengths: [random.uniform(in: 0.5...2)], products: [-1.5]))
    },
    Trial("one old task, not opposed") { random in
      question(Dual(lengths: [random.uniform(in: 0.5...2)], products: [1.5]))
    },
    Trial("four old tasks") { random in question(.telling(&random)) },
  ]

  private static func question(_ dual: Dual) -> Question {
    let right = dual.sweeps(500)
    let free = dual.sweeps(500, isFloored: false)
    let comparison = Comparison(
      expected: tensor(right), tolerance: 1e-3,
      slips: [
        Slip(
          "unconstrained",
          "You solved A v = −b: some prices are negative, and the step would be pushed against tasks that it does not oppose. "
            + "Keep each price at 0 or above as you go.", gives: tensor(free)),
        Slip(
          "clipped-at-the-end",
          "You solved A v = −b and cut off what is negative at the end. When a price is held at 0 the others have to change: "
            + "the floor belongs into each change.", gives: tensor(free.map { max(0, $0) })),
        Slip(
          "each-alone",
          "Each price is worked out as if its task were alone. What is paid for one task changes the slopes of the others: "
            + "w = A v + b, with all of v.", gives: tensor(dual.alone)),
        Slip(
          "one-sweep",
          "This is one sweep over the prices. Those changed first are no longer best when the others have changed: begin again.",
          gives: tensor(dual.sweeps(1)), level: .almost),
        Slip(
          "sign",
          "The sign of b is turned: tasks that the gradient agrees with are paid for, and those that it opposes are not.",
          gives: tensor(Dual(a: dual.a, b: dual.b.map { -$0 }).sweeps(500))),
      ])
    let k = dual.b.count
    return Question(
      [
        Call(
          "prices",
          [
            Value(Tensor(dual.a.flatMap { $0.map { Real($0) } }, [k, k])),
            Value(Tensor(dual.b.map { Real($0) })),
          ])
      ], slips: comparison.slips
    ) { values in
      guard let finding = comparison.finding(values[0]) else { return nil }
      guard finding.slip == nil, finding.level != .shape, let v = values[0].numbers,
        v.allSatisfy(\.isFinite)
      else { return finding }
      return dual.broken(by: v) ?? finding
    }
  }

  private static func tensor(_ numbers: [Double]) -> Value {
    .tensor(numbers, shape: [numbers.count])
  }
}

/// A programme: minimise ½ vᵀA v + bᵀv over all v ≥ 0.
private struct Dual {
  let a: [[Double]]
  let b: [Double]

  init(a: [[Double]], b: [Double]) {
    (self.a, self.b) = (a, b)
  }

  /// Old gradients at right angles.
  init(lengths: [Double], products: [Double]) {
    a = lengths.indices.map { i in lengths.indices.map { $0 == i ? lengths[i] * lengths[i] : 0 } }
    b = products
  }

  /// Four old tasks of which some are active and some are not, and for which every slip shows.
  static func telling(_ random: inout Random) -> Dual {
    while true {
      let rows = (0..<4).map { _ in random.tensor([8]) }
      let g = random.tensor([8])
      let dual = Dual(
        a: rows.map { row in rows.map { Double(row.dot($0)) } }, b: rows.map { Double($0.dot(g)) })
      if dual.isTelling { return dual }
    }
  }

  private var isTelling: Bool {
    let right = sweeps(500)
    let free = sweeps(500, isFloored: false)
    let answers = [
      right, free, free.map { max(0, $0) }, alone, sweeps(1),
      Dual(a: a, b: b.map { -$0 }).sweeps(500),
    ]
    return right.contains { $0 > 0.1 } && right.contains(0)
      && difference(DualProgram(a, b).solution, right) < 1e-6
      && difference(sweeps(50), right) < 1e-5
      && answers.indices.allSatisfy { i in
        answers[..<i].allSatisfy { difference($0, answers[i]) > 0.02 }
      }
  }

  /// v after so many sweeps of coordinate descent.
  func sweeps(_ count: Int, isFloored: Bool = true) -> [Double] {
    var v = [Double](repeating: 0, count: b.count)
    for _ in 0..<count {
      for i in v.indices {
        let best = v[i] - slope(i, v) / a[i][i]
        v[i] = isFloored ? max(0, best) : best
      }
    }
    return v
  }

  /// Each price as if its task were the only one.
  var alone: [Double] { b.indices.map { max(0, -b[$0] / a[$0][$0]) } }

  /// The condition that prices break, in words.
  func broken(by v: [Double]) -> Finding? {
    let unit = (b.map(abs).max() ?? 1) * 1e-3
    for i in v.indices {
      let slope = slope(i, v)
      let (price, edge) = (
        "v[\(i)] = \(Comparison.short(v[i]))", "w[\(i)] = \(Comparison.short(slope))"
      )
      if v[i] < -1e-6 { return Finding(.wrong, "\(price): no price may be negative.") }
      if slope < -unit {
        return Finding(
          .wrong,
          "At your prices \(edge): the step still opposes that old task. Its price has to rise.")
      }
      if slope > unit, v[i] > 1e-3 {
        return Finding(
          .wrong,
          "\(price) although \(edge): a price is paid for a task that the step agrees with. It has to fall, to 0 if need be."
        )
      }
    }
    return nil
  }

  private func slope(_ i: Int, _ v: [Double]) -> Double {
    v.indices.reduce(b[i]) { $0 + a[i][$1] * v[$1] }
  }
}
