import CLCore

extension MetaReproduction {
  /// Every table of meta-learning that can be reproduced.
  package static let all = [mamlSinusoid]

  /// Sinusoids of Finn, Abbeel and Levine (2017), Table 2.
  ///
  /// α is the paper's 0.01; its code has 0.001 unless told otherwise. Unlike the paper's code, which starts from
  /// truncated normal weights of deviation 0.01, ours start uniform within 1/√(inputs), and a test task is
  /// judged on 100 samples, not on 5. The pretrained network adapts at the rate of MAML, not at one tuned for
  /// it.
  package static let mamlSinusoid = MetaReproduction(
    name: "maml-sinusoid-2017",
    paper:
      "Finn, Abbeel & Levine: Model-agnostic meta-learning for fast adaptation of deep networks. "
      + "ICML 2017, Table 2",
    summary: "sinusoids from 5 samples: MAML, FOMAML, pretraining, oracle",
    family: Sinusoids(),
    hidden: [40, 40],
    training: MetaTraining(iterations: 70_000),
    test: MetaReproduction.Test(
      tasks: 600, support: 5, query: 100, rate: 0.01, steps: [1, 5, 10], bound: 12.5),
    seeds: Array(1...5),
    secondsPerRun: 25,
    entries: [
      MetaEntry(
        "MAML", MAML(), [0.67, 0.38, 0.35],
        note:
          "how the weights start decides about the first step. From those of the paper's code, truncated "
          + "normal of deviation 0.01, seeds 1-3 reach 0.63, 0.90 and 0.65 after it; uniform within "
          + "1/√inputs all do better."),
      MetaEntry("FOMAML", MAML(order: .first)),
      MetaEntry("pretraining", Pretraining(), [2.41, 2.23, 2.19]),
      MetaEntry("oracle", Pretraining(), isOracle: true),
    ])
}
