import CLCore
import Exercise

/// MAS's Ω of a table of slopes on paper: the same numbers for every learner.
struct MagnitudesCheck: Check {
  let place = "03-mas/magnitudes"
  let trials = [
    Trial("Ω with the magnitude of each sample's slope") { _ in
      Question(
        Call("per sample", []), gives: weights(2, 1, 1), within: 3e-3,
        slips: [
          Slip(
            "mean-first",
            "You took the mean before the magnitude: slopes of opposite sign cancel. In Ω the bars stand inside the sum.",
            gives: weights(0, 1, 1)),
          Slip(
            "mean-square",
            "You squared the slopes: that is how the Fisher information is made. Ω takes their magnitudes.",
            gives: weights(5, 4, 1)),
          Slip(
            "root-mean-square",
            "This is the root of the mean square: | · | is a magnitude, not a norm over the samples.",
            gives: weights(5.0.squareRoot(), 2, 1)),
          Slip(
            "sum",
            "You added up over the samples. Ω is a mean: with N = 4 every number is 4 times too large.",
            gives: weights(8, 4, 4), level: .almost),
          Slip(
            "signed", "An importance is never negative: no magnitude is taken at all.",
            gives: weights(0, 1, -1)),
        ])
    },
    Trial("the magnitude of the mean slope") { _ in
      Question(
        Call("of the mean", []), gives: weights(0, 1, 1), within: 3e-3,
        slips: [
          Slip(
            "mean-signed", "This is the mean of the slopes; its magnitude is asked for.",
            gives: weights(0, 1, -1), level: .almost)
        ])
    },
  ]

  private static func weights(_ numbers: Double...) -> Value {
    .tensor(numbers, shape: [numbers.count])
  }
}
