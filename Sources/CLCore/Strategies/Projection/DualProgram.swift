/// The quadratic programme of GEM in its dual form (Lopez-Paz & Ranzato 2017, equation 11), solved
/// exactly by the active-set method of Goldfarb & Idnani (1983):
///
///     minimise ½ vᵀA v + bᵀv   over all vᵢ ≥ γ,     A = GGᵀ [k, k],  b = Gg [k]
///
/// The k rows of G are the gradients that the step must not oppose, and v gives the step
/// g̃ = g + Gᵀv. The primal has as many unknowns as θ, this one k. At its minimum each constraint is
/// in one of two states, told apart by the slope wᵢ = (Av + b)ᵢ = ⟨g̃, gᵢ⟩: vᵢ = γ and wᵢ ≥ 0, or
/// vᵢ > γ and wᵢ = 0. Those of the second kind are the *active set*. Given that set, v solves linear
/// equations, so what has to be found is the set.
///
/// A programme is the sequence of the steps that find it. Each raises the vᵢ of the constraint that is
/// opposed most, while the others of the set follow so that their slopes stay zero, until its slope is
/// zero too and it joins them; or until the vⱼ of one of them is down at γ, which is then put out.
/// The last step is the solution.
///
///     for step in DualProgram([[1, -0.6], [-0.6, 1]], [-1, 0.2]) { print(step.v, step.active) }
///
/// All constraints are first scaled to unit length, so that "most" is a question of angles, and all
/// is done in Double. Constraints may depend on each other (the same row twice, a row of zeros): a ridge
/// of 1e-12 on the unit vectors' products makes the solution unique, and lets no slope fall below zero by
/// more than that share of the terms it is the sum of. It was preferred to tests for dependence, which in
/// chains of nearly parallel rows are rounding's to decide.
///
/// Memory: 2 k² numbers. Time: of the order of k² a step, and seldom more than k + 1 steps.
public struct DualProgram: Sendable, Sequence, IteratorProtocol {
  /// One step of the search.
  public struct Step: Sendable, Equatable {
    /// What a step did to the active set.
    public enum Change: Sendable, Equatable {
      /// The search begins: no constraint is active, every vᵢ is γ.
      case start
      /// This constraint was opposed most; its slope is zero now, and it has joined the active set.
      case entered(Int)
      /// While another was on its way in, the vᵢ of this one came down to γ, and it was put out.
      case left(Int)
    }
    /// What it did.
    public let change: Change
    /// The unknowns after it, [k].
    public let v: [Double]
    /// The slopes w = Av + b after it, [k]: ⟨g̃, gᵢ⟩ for g̃ = g + Gᵀv.
    public let slopes: [Double]
    /// The active constraints after it, in the order in which they came in.
    public let active: [Int]
  }

  private let margin: Double
  private let ridge: Double
  private let lengths: [Double]  // dᵢ = |gᵢ|, [k]
  private let a: [Double]  // Aᵢⱼ / dᵢ dⱼ, [k, k]: the cosines
  private let b: [Double]  // (b + γ A 1)ᵢ / dᵢ, [k]: the slopes where all of v is γ
  private let size: [Double]  // of the terms summed in `b`, [k], for their rounding
  private var u: [Double]  // dᵢ (vᵢ − γ), [k]
  private var active: [Int] = []
  private var factor: [[Double]] = []  // L of the active rows and columns of a = LLᵀ
  private var entering: Int?
  private var stepsLeft: Int

  /// The programme of A [k][k] and b [k].
  ///
  /// - Parameters:
  ///   - gram: A = GGᵀ.
  ///   - products: b = Gg.
  ///   - margin: γ ≥ 0.
  ///   - ridge: what is added to each gradient's product with itself, as a share of it. It must be above the
  ///     rounding of the products.
  public init(
    _ gram: [[Double]], _ products: [Double], margin: Double = 0, ridge: Double = 1e-12
  ) {
    let k = products.count
    require(
      gram.count == k && gram.allSatisfy { $0.count == k } && margin >= 0,
      "a programme of \(k) constraints needs \(k) rows of \(k) products and γ ≥ 0; "
        + "not rows of \(gram.map(\.count)) and \(margin)")
    // A row of zeros has no direction; with any length its slope is zero and stays so.
    let lengths = gram.indices.map { gram[$0][$0] > 0 ? gram[$0][$0].squareRoot() : 1 }
    self.lengths = lengths
    self.margin = margin
    self.ridge = ridge
    a = (0..<k * k).map { gram[$0 / k][$0 % k] / lengths[$0 / k] / lengths[$0 % k] }
    b = (0..<k).map { (products[$0] + margin * gram[$0].reduce(0, +)) / lengths[$0] }
    size = (0..<k).map { i in
      (abs(products[i]) + margin * gram[i].reduce(0) { $0 + abs($1) }) / lengths[i]
    }
    u = Array(repeating: 0, count: k)
    stepsLeft = 20 * k + 1
  }

  /// v, [k], at the minimum.
  public var solution: [Double] {
    var search = self
    while search.advance() != nil {}
    return search.v
  }

  /// The next step; `nil` when there is nothing left to improve.
  public mutating func next() -> Step? {
    advance().map { Step(change: $0, v: v, slopes: slopes, active: active) }
  }

  private var v: [Double] { u.indices.map { margin + u[$0] / lengths[$0] } }
  private var slopes: [Double] { u.indices.map { lengths[$0] * slope($0).value } }
  private var hasBegun: Bool { stepsLeft <= 20 * u.count }

  private mutating func advance() -> Step.Change? {
    // Each step lowers the objective, so no active set comes twice and
    // the search ends; the limit is for numbers that are no gradients'
    // products, or not numbers.
    guard stepsLeft > 0 else { return nil }
    defer { stepsLeft -= 1 }
    guard hasBegun else { return .start }
    guard let i = entering ?? mostOpposed else { return nil }
    entering = i
    // Raising uᵢ by s and lowering the active ones by s x keeps the
    // active slopes at zero and raises that of i by s times what gᵢ has
    // outside their span: its squared sine, the corner of L squared.
    let row = factorRow(i, after: active.count)
    let x = backward(row)
    let sine = row[active.count]
    var reach = -(slope(i).value + ridge * u[i]) / (sine * sine)
    var stopping: Int?
    for (place, j) in active.enumerated() where u[j] < reach * x[place] {
      (reach, stopping) = (u[j] / x[place], place)
    }
    u[i] += reach
    for (place, j) in active.enumerated() {
      u[j] = Swift.max(u[j] - reach * x[place], 0)
    }
    if let stopping { return .left(remove(stopping)) }
    active.append(i)
    factor.append(row)
    entering = nil
    return .entered(i)
  }

  /// Puts out the active constraint at a place, and works out anew the rows of L after it.
  private mutating func remove(_ place: Int) -> Int {
    let leaving = active.remove(at: place)
    u[leaving] = 0
    factor.removeLast(factor.count - place)
    for next in place..<active.count { factor.append(factorRow(active[next], after: next)) }
    return leaving
  }

  /// The constraint whose slope is furthest below zero, if one is by more than rounding explains.
  private var mostOpposed: Int? {
    var (lowest, opposed): (Double, Int?) = (0, nil)
    for i in u.indices where u[i] == 0 {
      let (value, size) = slope(i)
      if value < lowest, value < -16 * Double.ulpOfOne * size {
        (lowest, opposed) = (value, i)
      }
    }
    return opposed
  }

  /// wᵢ / dᵢ and the size of the terms that were summed.
  private func slope(_ i: Int) -> (value: Double, size: Double) {
    var (value, size) = (b[i], size[i])
    for j in u.indices where u[j] > 0 {
      let term = a[i * u.count + j] * u[j]
      value += term
      size += abs(term)
    }
    return (value, size)
  }

  /// The row of L for constraint i where so many active ones have theirs.
  private func factorRow(_ i: Int, after count: Int) -> [Double] {
    var row: [Double] = []
    var rest = 1 + ridge
    for (place, other) in factor.prefix(count).enumerated() {
      var entry = a[i * u.count + active[place]]
      for column in 0..<place { entry -= other[column] * row[column] }
      row.append(entry / other[place])
      rest -= row[place] * row[place]
    }
    // The ridge is what is left of a dependent constraint, but for rounding.
    row.append(Swift.max(rest, ridge / 2).squareRoot())
    return row
  }

  /// x of Lᵀx = row, for the active constraints.
  private func backward(_ row: [Double]) -> [Double] {
    var x = Array(row.prefix(active.count))
    for i in x.indices.reversed() {
      x[i] /= factor[i][i]
      for j in 0..<i { x[j] -= factor[i][j] * x[i] }
    }
    return x
  }
}

extension DualProgram {
  /// The programme of a Gram matrix GGᵀ [k, k] and of products Gg [k] of gradients, with a ridge above the
  /// rounding of Real.
  public init(gram: Tensor, products: Tensor, margin: Double = 0) {
    let k = products.count
    require(
      gram.shape == [k, k], "the Gram matrix of \(k) gradients is not \(gram.shape)")
    let rows = gram.values
    self.init(
      (0..<k).map { i in rows[i * k..<(i + 1) * k].map { Double($0) } },
      products.values.map { Double($0) }, margin: margin,
      ridge: Swift.max(1e-12, 16 * Double(Real.ulpOfOne)))
  }
}
