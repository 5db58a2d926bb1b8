/// One line of the table: a piece of work, what it is measured against, and what it must reach.
///
/// A new row is a function that makes one, and a line in `catalogue`.
struct Row {
  /// Does the work once, for at most about a second, and gives the figure in the row's unit.
  typealias Measure = () throws -> Double

  let name: String
  let unit: Unit
  let ours: Measure
  /// The matrix products alone.
  var products: Measure?
  /// What the row is held against: the same with fused element-wise passes, unless a goal says
  /// otherwise.
  var floor: Measure?
  /// The same work in PyTorch.
  var peer: Measure?
  let goals: [Goal]
  var rounds = 5
}

/// What a figure counts.
enum Unit: String {
  case stepsPerSecond = "steps/s"
  case milliseconds = "ms"
  case microseconds = "µs"
  case megabytes = "MB"

  /// How many times as good `figure` is as `other`: above 1 is faster, or smaller.
  func ratio(_ figure: Double, to other: Double) -> Double {
    self == .stepsPerSecond ? figure / other : other / figure
  }
}

/// What a row must reach.
enum Goal: Sendable {
  /// At least so many times the speed of what `floor` measures, which is called `name`.
  case floor(_ times: Double, _ name: String = "floor")
  /// At least so many times the peer's speed.
  case peer(_ times: Double)
  /// At most this figure.
  case atMost(Double)
}
