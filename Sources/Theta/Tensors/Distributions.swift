extension Random {
  /// A number in [0, 1), one of 2⁵³ equally likely ones.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number between the bounds; the upper bound is met only by rounding.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    return min(value, range.upperBound)
  }

  /// A standard normal number by the polar method (Marsaglia and Bray, 1964).
  ///
  /// The method yields two numbers and the second is dropped: keeping it would make the state
  /// more than one word, and a resumed run would have to save it too.
  public mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0, s < 1 {
        return u * (-2 * naturalLogarithm(s) / s).squareRoot()
      }
    }
  }

  /// A standard normal number no further than `bound` from zero; others are drawn again.
  public mutating func truncatedNormal(bound: Double = 2) -> Double {
    precondition(bound > 0, "a truncated normal needs a positive bound, got \(bound)")
    while true {
      let value = normal()
      if abs(value) <= bound { return value }
    }
  }

  /// A whole number in 0..<n without bias (Lemire, 2019).
  public mutating func below(_ n: Int) -> Int {
    precondition(n > 0, "below(n) needs n > 0, got \(n)")
    let bound = UInt64(n)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return Int(product.high)
  }

  /// Puts the elements into a random order, every order equally likely (Fisher and Yates, 1938).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  /// The numbers 0..<n in a random order.
  public mutating func permutation(_ n: Int) -> [Int] {
    var order = Array(0..<n)
    shuffle(&order)
    return order
  }
}
