import CLCore

extension Reproduction {
  /// How the Fisher information is estimated, of van de Ven (2025): the same best accuracy, with λ decades
  /// apart.
  ///
  /// λ is one of the range from which the paper finds each way to work. The paper takes the best λ on the
  /// seeds that it reports. Unlike the paper's code, which draws the 500 samples, ours takes the first ones.
  package static let fisher2025 = Reproduction(
    name: "fisher-2025",
    paper: "van de Ven: On the computation of the Fisher information in continual learning. "
      + "ICLR Blogposts 2025",
    summary: "Split MNIST, task-incremental: online EWC with the Fisher information in five ways",
    dataset: .mnist,
    experiment: Experiment {
      $0.classes = .shuffled
      $0.hidden = [400, 400]
      $0.training = Training(iterations: 2000, batchSize: 128)
    },
    choice: "λ within the range from which the paper finds each way to work; not searched",
    seeds: Array(2...6),
    secondsPerRun: 30,
    entries: [
      Entry("none", .task, FineTuning(), table(85.41, 0.88)),
      Entry("exact", .task, OnlineEWC(lambda: 1e5), table(99.12, 0.16)),
      Entry("exact, 500", .task, OnlineEWC(lambda: 1e6, samples: 500), table(98.93, 0.15)),
      Entry("sampled", .task, OnlineEWC(lambda: 1e9, fisher: .sampled), table(99.12, 0.12)),
      Entry("empirical", .task, OnlineEWC(lambda: 1e9, fisher: .empirical), table(99.12, 0.12)),
      Entry("batched", .task, OnlineEWC(lambda: 1e11, fisher: .batched(128)), table(99.11, 0.16)),
    ])

  /// A figure of the table: mean and standard error over 30 seeds.
  private static func table(_ mean: Double, _ error: Double) -> Published {
    Published(mean, .standardError(error), runs: 30, .authors)
  }
}
