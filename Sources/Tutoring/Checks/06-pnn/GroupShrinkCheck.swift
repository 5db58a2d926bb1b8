import CLCore
import Exercise

/// The proximal step of the group norm, g ← g · max(0, 1 − γ/‖g‖₂).
struct GroupShrinkCheck: Check {
  let place = "06-pnn/group-shrink"
  let trials = [
    Trial("units that stay") { random in question(lengths: [1.5, 2, 3, 4], &random) },
    Trial("units that vanish") { random in question(lengths: [0.3, 2, 0.6, 3], &random) },
    Trial("a unit of zeros") { random in
      let incoming = incoming(lengths: [2, 0, 3, 0.4], &random)
      return Question([Call("shrink", [Value(incoming), .number(0.9)])], slips: [notANumber]) {
        guard let numbers = $0[0].numbers else {
          return Finding(.shape, "The answer is \($0[0].told); asked for is a tensor [5, 4].")
        }
        if numbers.contains(where: \.isNaN) {
          return Finding(.almost, notANumber.message, slip: notANumber.name)
        }
        return Comparison(
          expected: Value(shrunk(incoming, 0.9)), tolerance: 1e-3, slips: []
        ).finding($0[0])
      }
    },
  ]

  private static let notANumber = Slip(
    "nan",
    "A column of zeros gives NaN: its length is 0, and 0 / 0 is no number. One NaN in θ is in every score a "
      + "step later.",
    gives: .number(.nan), level: .almost)

  private static func question(lengths: [Double], _ random: inout Random) -> Question {
    let incoming = incoming(lengths: lengths, &random)
    let gamma = Real(random.uniform(in: 0.8...1.2))
    let squares = incoming.squared.summed(to: [1, 4])
    let rows = incoming.squared.summed(to: [5, 1]).squareRoot
    /// The columns or rows times 1 − γ/`sizes`.
    func scaled(_ sizes: Tensor, cut: Bool = true) -> Value {
      let factors = (gamma * Tensor.ones(sizes.shape) / sizes).affine(-1, 1)
      return Value(incoming * (cut ? factors.relu : factors))
    }
    return Question(
      Call("shrink", [Value(incoming), Value(gamma)]), gives: Value(shrunk(incoming, gamma)),
      slips: [
        Slip(
          "no-corner",
          "Units shorter than γ turn round: 1 − γ/‖g‖ is negative there. They become 0: the maximum with 0 is "
            + "missing.",
          gives: scaled(squares.squareRoot, cut: false)),
        Slip(
          "each-weight",
          "Each weight is shrunk by itself: this is the step of ‖W‖₁, which takes weights away and leaves the "
            + "unit. A group is all that enters a unit.",
          gives: Value(incoming.sign * (incoming.magnitude - gamma).relu)),
        Slip(
          "rows",
          "Your groups are rows: all that leaves one unit below. What enters a unit is a column.",
          gives: scaled(rows)),
        Slip(
          "whole-layer",
          "The whole layer is one group: its units can only vanish all together. Each column has a length of "
            + "its own.",
          gives: Value(max(0, 1 - gamma / incoming.norm) * incoming)),
        Slip(
          "squared-length", "You divide by ‖g‖²: the root is missing.", gives: scaled(squares)),
        Slip(
          "decay",
          "You shrink every group by the same share: this is weight decay, the step of the squared norm, and "
            + "no unit ever gets to 0.",
          gives: Value((1 - gamma) * incoming)),
      ])
  }

  /// Columns of these lengths, [5, columns].
  private static func incoming(lengths: [Double], _ random: inout Random) -> Tensor {
    let directions = random.tensor([lengths.count, 5]).normalizedRows.transposed
    return directions * Tensor(lengths.map { Real($0) }).reshaped([1, lengths.count])
  }

  private static func shrunk(_ incoming: Tensor, _ gamma: Real) -> Tensor {
    var result = incoming
    let (rows, units) = (incoming.shape[0], incoming.shape[1])
    for unit in 0..<units {
      let length = incoming.columns(unit..<unit + 1).norm
      for row in 0..<rows {
        result[row * units + unit] *= length > gamma ? 1 - gamma / length : 0
      }
    }
    return result
  }
}
