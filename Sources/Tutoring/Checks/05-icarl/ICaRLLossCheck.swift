import CLCore
import Exercise

/// iCaRL's loss, against the engine's binary cross-entropy with a table of targets.
struct ICaRLLossCheck: Check {
  let place = "05-icarl/icarl-loss"
  let trials = [
    Trial("new samples") { random in
      let labels = (0..<4).map { _ in 2 + random.below(3) }
      return random.unmistakable { question(labels, &$0) }
    },
    Trial("new samples and exemplars") { random in
      let labels = (0..<6).map { $0 < 3 ? random.below(2) : 2 + random.below(3) }
      return random.unmistakable { question(labels, &$0) }
    },
  ]

  /// Two old classes and three new ones.
  private static func question(_ labels: [Int], _ random: inout Random) -> Question {
    let scores = random.tensor([labels.count, 5], scale: 1.5)
    let old = random.tensor([labels.count, 2], scale: 1.5)
    let truth = Tensor.oneHot(labels, columns: 5)
    let answers = old.sigmoid
    let samples = Real(labels.count)
    /// The table of targets with these for the old classes.
    func target(_ old: Tensor) -> Tensor {
      old.padded(0..<2, width: 5) + truth.columns(2..<5).padded(2..<5, width: 5)
    }
    func loss(_ target: Tensor) -> Real {
      5 * Variable(scores).binaryCrossEntropy(Variable(target)).value.scalar
    }
    var labelled = truth
    for (row, label) in labels.enumerated() where label >= 2 {
      for column in 0..<2 { labelled[row * 5 + column] = answers[row, column] }
    }
    let right = target(answers)
    let shares = scores.softmax()
    let compared =
      right.dot(shares.logarithm) + right.affine(-1, 1).dot(shares.affine(-1, 1).logarithm)
    return Question(
      Call("loss", [Value(scores), Value(old), Value(labels)]), gives: Value(loss(right)),
      slips: [
        Slip(
          "labels-only",
          "The old outputs have the labels for targets: the old network is not asked, and nothing is "
            + "distilled.",
          gives: Value(loss(truth))),
        Slip(
          "exemplars-by-label",
          "For exemplars you take the label. The old outputs imitate the old network on every sample, "
            + "exemplars too.",
          gives: Value(loss(labelled))),
        Slip(
          "raw-scores",
          "The old network's scores v are taken for targets as they are. A target lies between 0 and 1: q = "
            + "σ(v).",
          gives: Value(loss(target(old)))),
        Slip(
          "softmax-targets",
          "The old network's answers are a softmax. In iCaRL each output is a yes or no of its own: q = σ(v).",
          gives: Value(loss(target(old.softmax())))),
        Slip(
          "softmax-answers",
          "The network's answers are a softmax over its scores. In iCaRL each output is a yes or no of its "
            + "own: σ(z).",
          gives: Value(-compared / samples)),
        Slip(
          "yes-only",
          "Only the yes counts: (1 − t) log(1 − σ) is missing, and an output that always says yes would cost "
            + "nothing.",
          gives: Value(-right.dot(scores.sigmoid.logarithm) / samples)),
        Slip(
          "mean-over-classes",
          "You take the mean over the classes too. The loss of a sample is a sum over its classes: else a "
            + "class would count the less the more there are.", gives: Value(loss(right) / 5),
          level: .almost),
        Slip(
          "sum", "You sum over the samples; asked for is the mean.",
          gives: Value(loss(right) * samples), level: .almost),
      ])
  }
}
