import Exercise

extension Value {
  /// Whether the numbers of each tensor fill its shape: what the learner's program sends may be anything.
  var isSound: Bool {
    switch self {
    case .number, .integers: return true
    case .list(let values): return values.allSatisfy(\.isSound)
    case .tensor(let numbers, let shape):
      // Looked at on the way: the product of lengths that a program makes up may be too long for an integer.
      var filled = 1
      for axis in shape {
        guard (0...numbers.count).contains(axis) else { return false }
        filled *= axis
        guard filled <= numbers.count else { return false }
      }
      return filled == numbers.count
    }
  }

  /// The kind and the shape in words: `a tensor [3, 4]`.
  var form: String {
    switch self {
    case .number: "one number"
    case .integers(let integers): "\(integers.count) whole numbers"
    case .tensor(_, let shape): "a tensor \(shape)"
    case .list(let values):
      "a list of \(values.count): " + values.map(\.form).joined(separator: ", ")
    }
  }

  /// The kind and the shape as they are told: what a program makes up may have a shape as long as a book.
  var told: String {
    let form = form
    return form.utf8.count > 200 ? form.prefix(200) + "…" : form
  }

  /// All its numbers in order.
  var numbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .integers(let integers): integers.map(Double.init)
    case .tensor(let numbers, _): numbers
    case .list(let values): values.flatMap { $0.numbers ?? [] }
    }
  }

  /// The largest difference, relative to the largest number of `other`; infinite between different shapes.
  func differs(from other: Value) -> Double {
    guard form == other.form, let a = numbers, let b = other.numbers else { return .infinity }
    if case .integers = self { return a == b ? 0 : .infinity }
    return difference(a, b)
  }
}

/// The largest difference, relative to the largest number of `b`; infinite for NaN.
func difference(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count, a.allSatisfy(\.isFinite) else { return .infinity }
  let largest = b.map(abs).max() ?? 0
  let off = zip(a, b).map { abs($0 - $1) }.max() ?? 0
  return off == 0 ? 0 : off / max(largest, 1e-12)
}

/// The numbers of a matrix of these axes with rows and columns changed.
func transposed(_ numbers: [Double], _ axes: [Int]) -> [Double] {
  (0..<axes[1]).flatMap { j in (0..<axes[0]).map { i in numbers[i * axes[1] + j] } }
}
