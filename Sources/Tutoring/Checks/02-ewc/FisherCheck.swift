import CLCore
import Exercise

/// The diagonal Fisher information of a softmax regression: Fᵢₖ = 1/N Σₙ xₙᵢ² pₙₖ (1 − pₙₖ).
struct FisherCheck: Check {
  let place = "02-ewc/fisher"
  let trials = [
    Trial("one sample") { random in question(samples: 1, &random) },
    Trial("the mean over many samples") { random in question(samples: 7, &random) },
  ]

  private static func question(samples: Int, _ random: inout Random) -> Question {
    let weights = random.tensor([4, 3])
    let inputs = random.tensor([samples, 4])
    let n = Real(samples)
    let p = Tensor.product(inputs, weights).softmax()
    let likeliest = Tensor.oneHot(p.argmaxOfRows, columns: 3)
    let exact = Tensor.product(inputs.squared.transposed, p - p.squared) / n
    return Question(
      Call("fisher", [Value(weights), Value(inputs)]), gives: Value(exact),
      slips: [
        Slip(
          "likeliest",
          "You take the label that the network finds likeliest. The Fisher information takes every label, "
            + "weighted by its probability.",
          gives: Value(Tensor.product(inputs.squared.transposed, (likeliest - p).squared) / n)),
        Slip(
          "sum",
          "You sum over the samples. The Fisher information is a mean: else λ would have to shrink as the data grow.",
          gives: Value(n * exact), level: .almost),
        Slip(
          "linear-input",
          "The input x is not squared. ∂ log p/∂W[i, k] = x[i] (1[c = k] − p[k]), and all of it is squared.",
          gives: Value(Tensor.product(inputs.transposed, p - p.squared) / n)),
        Slip(
          "unweighted",
          "You sum over the labels with equal weights. Label c counts with the probability p(c) that the network gives it.",
          gives: Value(unweighted(inputs, p) / n)),
      ])
  }

  /// Σ_c (1[c = k] − p[k])² = (1 − p[k])² + (C − 1) p[k]².
  private static func unweighted(_ inputs: Tensor, _ p: Tensor) -> Tensor {
    let others = Real(p.shape[1] - 1)
    let rest = p.affine(-1, 1)
    return Tensor.product(inputs.squared.transposed, rest.squared + others * p.squared)
  }
}
