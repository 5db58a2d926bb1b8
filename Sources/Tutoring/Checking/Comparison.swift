import Exercise

/// Compares an answer with the right one, and says how it is wrong: by a known slip, a shape, a factor, or digits.
struct Comparison: Sendable {
  let expected: Value
  /// The largest difference that passes, relative to the largest number expected.
  let tolerance: Double
  let slips: [Slip]

  /// What is wrong with `answer`; nil when it is right.
  func finding(_ answer: Value) -> Finding? {
    if answer.differs(from: expected) <= tolerance { return nil }
    let distinct = slips.filter { $0.value.differs(from: expected) > 3 * tolerance }
    if let slip = distinct.first(where: { answer.differs(from: $0.value) <= tolerance }) {
      return Finding(slip.level, slip.message, slip: slip.name)
    }
    return shape(answer) ?? size(answer)
  }

  /// What the shapes or kinds alone tell; nil when they agree.
  private func shape(_ answer: Value) -> Finding? {
    guard answer.form != expected.form else { return nil }
    let told = "The answer is \(answer.told); asked for is \(expected.told)."
    if case .tensor(let a, let axes) = answer, case .tensor(let b, let wanted) = expected,
      axes.count == 2,
      wanted == axes.reversed(), difference(transposed(a, axes), b) <= tolerance
    {
      return Finding(.almost, told + " The numbers are right: the answer is transposed.")
    }
    guard let a = answer.numbers, let b = expected.numbers, difference(a, b) <= tolerance else {
      return Finding(.shape, told)
    }
    return Finding(.shape, told + " The numbers are right.")
  }

  /// What the numbers tell where the shapes agree.
  private func size(_ answer: Value) -> Finding {
    if case .integers(let a) = answer, case .integers(let b) = expected,
      let place = zip(a, b).enumerated().first(where: { $1.0 != $1.1 })?.offset
    {
      return Finding(.wrong, "At place \(place) stands \(a[place]); expected is \(b[place]).")
    }
    guard let a = answer.numbers, let b = expected.numbers else {
      return Finding(.wrong, "The answer is wrong.")
    }
    if let place = a.firstIndex(where: { !$0.isFinite }) {
      return Finding(
        .wrong, "Number \(place) is \(a[place]): a division by zero, or the logarithm of nothing?")
    }
    if case .tensor(_, let axes) = answer, axes.count == 2, axes[0] == axes[1],
      difference(transposed(a, axes), b) <= tolerance
    {
      return Finding(
        .almost,
        "The numbers are right, but rows and columns have changed places: the answer is transposed."
      )
    }
    let squares = b.reduce(0) { $0 + $1 * $1 }
    let factor = squares > 0 ? zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / squares : 0
    if abs(factor) > 1e-9, difference(a, b.map { factor * $0 }) <= tolerance * abs(factor),
      b.count > 1 || abs(factor.rounded() - factor) < 1e-3
        || abs((1 / factor).rounded() - 1 / factor) < 1e-3
    {
      return Finding(
        .almost,
        "The answer is \(Self.words(factor)) the expected one\(b.count > 1 ? ", in every number" : "")."
      )
    }
    let off = difference(a, b)
    if off < 0.01 {
      return Finding(
        .almost,
        "The answer is near (\(Self.short(off)) of the largest number off), but not equal: are digits lost on the way?"
      )
    }
    let worst =
      zip(a, b).enumerated().max { abs($0.1.0 - $0.1.1) < abs($1.1.0 - $1.1.1) }?.offset ?? 0
    let place = b.count > 1 ? " at number \(worst)" : ""
    return Finding(
      .wrong,
      "The answer is wrong: \(Self.short(a[worst]))\(place), expected is \(Self.short(b[worst])).")
  }

  /// Half, twice, −1 times, …
  static func words(_ factor: Double) -> String {
    switch factor {
    case 0.499...0.501: "half of"
    case 1.999...2.001: "twice"
    case -1.001 ... -0.999: "the negative of"
    default: "\(short(factor)) times"
    }
  }

  /// Four digits.
  static func short(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return "\(number)" }
    let magnitude = abs(number)
    guard magnitude >= 1e-3, magnitude < 1e6 else { return "\(Float(number))" }
    var scale = 1.0
    while magnitude * scale < 1000 { scale *= 10 }
    return "\((number * scale).rounded() / scale)"
  }
}
