import CLCore
import Exercise

/// DEN's drift of what enters each unit, and which units are split.
struct DriftCheck: Check {
  let place = "06-pnn/drift"
  let trials = [
    Trial("ρ of each unit") { random in
      let (before, now) = (random.tensor([5, 5]), random.tensor([5, 5]))
      let off = now - before
      /// The length of each column.
      func lengths(_ a: Tensor) -> Tensor { a.squared.summed(to: [1, 5]).squareRoot.reshaped([5]) }
      let sums = off.magnitude.summed(to: [1, 5]).reshaped([5])
      return Question(
        Call("drift", [Value(before), Value(now), .number(1)]), gives: Value(lengths(off)),
        slips: [
          Slip(
            "leaving",
            "You take the lengths of rows: of what leaves each unit of the layer below. What enters a unit is "
              + "a column.",
            gives: Value(lengths(off.transposed))),
          Slip(
            "squared",
            "The root is missing: you have ρ², and a threshold σ on it means another one.",
            gives: Value(lengths(off).squared)),
          Slip(
            "lengths",
            "You compare the lengths of what entered and what enters. A unit whose weights have turned without "
              + "growing has drifted too: take the length of the difference.",
            gives: Value((lengths(now) - lengths(before)).magnitude)),
          Slip(
            "absolute", "You sum magnitudes; ‖·‖₂ is the root of the sum of squares.",
            gives: Value(sums)),
          Slip(
            "no-bias", "The last row is missing: a unit's bias enters it too.",
            gives: Value(lengths(off.rows(0..<4)))),
        ])
    },
    Trial("which units are split") { random in
      let before = random.tensor([6, 8])
      let now = before + random.tensor([6, 8]) * random.uniform([1, 8], in: 0.1...1)
      let drift = (now - before).squared.summed(to: [1, 8]).squareRoot
      // Three of eight are above, none of them by a rounding.
      let order = (0..<8).map { drift[$0] }.sorted()
      let threshold = (order[4] + order[5]) / 2
      return Question(
        Call("split", [Value(before), Value(now), Value(threshold)]),
        gives: Value((0..<8).filter { drift[$0] > threshold }),
        slips: [
          Slip(
            "least",
            "You split the units that have drifted least, as published code does. Those above σ mean something "
              + "else now.",
            gives: Value((0..<8).filter { drift[$0] <= threshold }))
        ])
    },
  ]
}
