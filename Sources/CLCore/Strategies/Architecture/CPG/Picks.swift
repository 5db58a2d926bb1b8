/// Which weights of earlier tasks a task makes use of, learnt while it is learnt (Hung et al. 2019, after
/// the masks of Mallya, Davis & Lazebnik's Piggyback, 2018).
///
/// Each weight that may be picked has a real number M, which begins at 0.01, and is picked where
/// M > 0.005. The step from M to that choice has no slope, so the choice is differentiated as if it were M
/// itself: with e = M θ, ∂L/∂M = ∂L/∂e · θ. M has an Adam of its own.
struct Picks: Sendable, Codable {
  /// M, [P]; 1 where the weight takes part anyway, and 0 where it belongs to nobody.
  private(set) var real: Tensor
  /// 1 where there is something to pick, else 0: [P].
  private let pickable: Tensor
  private var optimizer: Adam

  static let start: Real = 0.01
  static let threshold: Real = 0.005

  /// Everything is picked at first: weights below the head whose owner came before `owner`.
  init(_ ownership: Ownership, for owner: Int, in layout: Layout, rate: Double) {
    let owners = ownership.owners
    var pickable = Tensor.zeros([owners.count])
    pickable.write { pickable in
      for slot in layout.hiddenMatrices {
        for i in slot.range where owners[i] > 0 && Int(owners[i]) < owner { pickable[i] = 1 }
      }
    }
    real = ownership.mask(1...255) + (Picks.start - 1) * pickable
    self.pickable = pickable
    optimizer = Adam(rate: rate)
  }

  /// Above 0 for the weights that take part: [P].
  var gate: Tensor { real - Picks.threshold }

  /// How many weights of earlier tasks there are to pick from, and how many are picked.
  var counts: (picked: Int, of: Int) {
    let picked = pickable.gated(by: gate).sum
    return (Int(picked), Int(pickable.sum))
  }

  /// Moves M by one step, given ∂L/∂e at θ, both [P].
  mutating func step(_ gradient: Tensor, at theta: Tensor) {
    optimizer.step(&real, gradient * theta * pickable)
  }
}

extension Variable {
  /// The numbers of `value`, with the slope of this variable itself: the straight-through estimate of the
  /// slope of what made `value` of it (Bengio, Léonard & Courville 2013).
  public func straightThrough(_ value: Tensor) -> Variable {
    require(
      value.shape == shape, "straight through: shapes \(shape) and \(value.shape) differ")
    return .record(value, (self, { g, _ in g }))
  }
}
