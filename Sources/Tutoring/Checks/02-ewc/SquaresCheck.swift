import CLCore
import Exercise

/// The empirical Fisher information: the mean over samples of the squared gradients.
struct SquaresCheck: Check {
  let place = "02-ewc/squares"
  let trials = [
    Trial("two samples that disagree") { random in
      let gradient = random.tensor([1, 4])
      return question(Tensor(gradient.values + (-gradient).values, [2, 4]))
    },
    Trial("the mean of the squares of many samples") { random in
      question(random.tensor([9, 4]) + 0.3)
    },
  ]

  private static func question(_ gradients: Tensor) -> Question {
    let (samples, weights) = (Real(gradients.shape[0]), Real(gradients.shape[1]))
    func sum(_ tensor: Tensor) -> Tensor { tensor.summed(to: [4]) }
    let right = sum(gradients.squared) / samples
    let mean = sum(gradients) / samples
    return Question(
      Call("empiricalFisher", [Value(gradients)]), gives: Value(right),
      slips: [
        Slip(
          "squared-mean",
          "You squared the mean gradient; the Fisher information is the mean of the squares. Within the mean signs cancel.",
          gives: Value(mean.squared)),
        Slip(
          "sum",
          "You sum over the samples; the Fisher information is their mean. With the sum, λ would have to shrink as the "
            + "data grow.", gives: Value(samples * right), level: .almost),
        Slip(
          "magnitude",
          "You take the mean of the magnitudes. That is the importance of MAS, for other gradients; here they are squared.",
          gives: Value(sum(gradients.magnitude) / samples)),
        Slip(
          "variance",
          "You subtract the square of the mean: that is the variance of the gradients. The Fisher information does not.",
          gives: Value(right - mean.squared)),
        Slip(
          "over-weights",
          "You divide by the number of weights and not by the number of samples: samples are the rows, shape[0].",
          gives: Value(samples / weights * right), level: .almost),
      ])
  }
}
