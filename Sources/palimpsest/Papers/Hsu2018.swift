import CLCore

extension Reproduction {
  /// Split MNIST, task-incremental, of Hsu, Liu, Ramasamy and Kira (2018).
  ///
  /// None of their penalties has a ½: their λ is half of that of our EWC, online EWC and L2. Their Fisher
  /// information is a mean over samples of (∂ log p(ŷ|x) / ∂θ)², ŷ the predicted label. Their MAS takes
  /// the magnitude of a batch's mean gradient; Ω is summed over tasks about the last solution. Unlike their
  /// code, our L2 leaves the weights of outputs without data free, and our SI counts a negative ω as 0.
  package static let splitMNISTHsu2018 = Reproduction(
    name: "split-mnist-hsu-2018",
    paper: "Hsu, Liu, Ramasamy & Kira: Re-evaluating continual learning scenarios. "
      + "Continual Learning Workshop, NeurIPS 2018, Split MNIST, task-incremental",
    summary: "Split MNIST, task-incremental: Adam, SGD, AdaGrad, L2, EWC, online EWC, SI, MAS",
    dataset: .mnist,
    experiment: Experiment {
      $0.preprocessing = padded
      $0.classes = .natural
      $0.hidden = [400, 400]
      $0.training = Training(epochs: 4, batchSize: 128)
    },
    choice: "the paper's, but for MAS per sample: by mas-lambda-hsu-2018 on other seeds",
    seeds: Array(2...11),
    secondsPerRun: 8,
    entries: [
      Entry("Adam", .task, FineTuning(), table(93.46, 2.01)),
      Entry("SGD", .task, FineTuning(), optimizer: SGD(rate: 0.01), table(97.98)),
      Entry("AdaGrad", .task, FineTuning(), optimizer: AdaGrad(rate: 0.01), table(98.06, 0.53)),
      Entry("L2", .task, L2(lambda: 2 * 0.01), table(98.18, 0.96)),
      Entry("EWC", .task, EWC(lambda: 2 * 100, fisher: .predicted), table(97.70, 0.81)),
      Entry(
        "online EWC", .task, OnlineEWC(lambda: 2 * 400, fisher: .predicted), table(98.04, 1.10)),
      Entry("SI", .task, SI(strength: 300), table(98.56, 0.49)),
      Entry("MAS", .task, MAS.hsu2018(), table(99.22, 0.21)),
      Entry("MAS per sample", .task, MAS(lambda: 0.1)),
      Entry("joint", .task, Joint(atTheEnd: true), table(99.52)),
    ])

  /// Which λ suits MAS per sample in this protocol: the grid behind the entry above.
  package static let masLambdaHsu2018: Reproduction = {
    let grid = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
    return Reproduction(
      name: "mas-lambda-hsu-2018",
      paper: "the protocol of split-mnist-hsu-2018; nothing was published",
      summary: "the λ of MAS per sample, chosen on seeds that the table does not report",
      dataset: .mnist,
      experiment: Experiment {
        $0.preprocessing = padded
        $0.classes = .natural
        $0.hidden = [400, 400]
        $0.training = Training(epochs: 4, batchSize: 128)
      },
      choice: "the λ with the largest mean is taken; split-mnist-hsu-2018 reports other seeds",
      seeds: [1, 12, 13],
      secondsPerRun: 8,
      entries: grid.map { Entry("MAS λ=\($0)", .task, MAS(lambda: $0)) })
  }()

  /// 28×28 padded to 32×32; mean and deviation are those of the padded images.
  private static let padded = Preprocessing(padding: 2, mean: 0.1000, deviation: 0.2752)

  /// A figure of the table: mean and standard deviation over 10 runs.
  private static func table(_ mean: Double, _ deviation: Double? = nil) -> Published {
    Published(mean, deviation.map { .standardDeviation($0) }, runs: 10, .authors)
  }
}
