import CLCore
import Exercise

/// MAS's Ω of one layer, against each sample's own gradient by automatic differentiation.
struct MASCheck: Check {
  let place = "03-mas/mas"
  let trials = [
    Trial("one sample") { random in question(samples: 1, &random) },
    Trial("the mean over many samples") { random in question(samples: 7, &random) },
  ]

  private static func question(samples: Int, _ random: inout Random) -> Question {
    let weights = random.tensor([4, 3])
    let inputs = random.tensor([samples, 4])
    /// The mean over samples of what becomes of each one's slope.
    func mean(
      _ size: (Variable) -> Variable = { $0.squared.sum }, of each: (Tensor) -> Tensor
    ) -> Tensor {
      var total = Tensor.zeros(weights.shape)
      for n in 0..<samples {
        total += each(
          gradient(at: weights) { size(.product(Variable(inputs.rows(n..<n + 1)), $0)) })
      }
      return total / Real(samples)
    }
    let exact = mean(of: \.magnitude)
    return Question(
      Call("importance", [Value(weights), Value(inputs)]), gives: Value(exact),
      slips: [
        Slip(
          "signs-cancel",
          "You took the magnitude of the mean slope: signs cancel between samples. Take each sample's magnitude first, then the mean.",
          gives: Value(mean(of: { $0 }).magnitude)),
        Slip(
          "length",
          "You differentiated the length ‖f‖. MAS takes its square. The slope of ‖f‖ is that of ‖f‖² over 2‖f‖, so that strong answers count less.",
          gives: Value(mean({ $0.squared.sum.squareRoot }, of: \.magnitude))),
        Slip(
          "no-two", "Ω is half of the expected one: the derivative of f² brings a 2.",
          gives: Value(0.5 * exact), level: .almost),
        Slip(
          "mean-of-outputs",
          "You took the mean of the squared outputs. ‖f‖² is their sum: else Ω would shrink with the number of classes.",
          gives: Value(exact / 3), level: .almost),
        Slip(
          "sum",
          "You sum over the samples. Ω is a mean: else λ would have to shrink as the data grow.",
          gives: Value(Real(samples) * exact), level: .almost),
        Slip(
          "squared-slope",
          "You squared the slopes, as the Fisher information does. MAS takes their magnitudes.",
          gives: Value(mean(of: \.squared))),
      ])
  }
}
