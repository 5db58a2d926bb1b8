import CLCore
import Exercise

/// The gradient of the cross-entropy with respect to the scores, against automatic differentiation.
struct PullCheck: Check {
  let place = "01-forgetting/pull"
  let trials = [
    Trial("one image, all outputs active") { random in question(1, 0..<6, &random) },
    Trial("a batch of B, all outputs active") { random in question(5, 0..<6, &random) },
    Trial("a batch of B, only B's outputs active") { random in question(5, 3..<6, &random) },
  ]

  private static func question(_ n: Int, _ active: Range<Int>, _ random: inout Random) -> Question {
    let scores = random.tensor([n, 6])
    let labels = random.labels(n, classes: 3).map { $0 + 3 }
    let p = scores.softmax(over: .range(active))
    let label = Tensor.oneHot(labels, columns: 6)
    let exact = gradient(at: scores) { $0.crossEntropy(labels, over: .range(active)) }
    return Question(
      Call(
        "slope", [Value(scores), Value(labels), Value([active.lowerBound, active.upperBound])]),
      gives: Value(exact),
      slips: [
        Slip(
          "uphill", "The sign is turned: this is the way uphill for the loss, which is −log p.",
          gives: Value(-exact), level: .almost),
        Slip(
          "sum", "You add up over the batch. The loss is a mean over its N images.",
          gives: Value(Real(n) * exact), level: .almost),
        Slip(
          "no-label",
          "The label does not appear: its output is pressed down like the others. −log p(y) has a term −z[y] too.",
          gives: Value(p / Real(n))),
        Slip(
          "label-only",
          "Only the right output gets a gradient. The sum of exponentials below the fraction has all active outputs in it.",
          gives: Value(label * (p - label) / Real(n))),
        Slip(
          "all-active",
          "The softmax is over all outputs. Those that are not active take no part, neither in the sum nor in the gradient.",
          gives: Value((scores.softmax() - label) / Real(n))),
      ])
  }
}
