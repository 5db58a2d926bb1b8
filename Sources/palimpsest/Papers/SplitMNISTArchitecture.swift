import CLCore

extension Reproduction {
  /// Split MNIST, task-incremental, for the methods that give each task weights of its own: a protocol of
  /// our own, for their papers have none in common.
  ///
  /// Stream and training are those of van de Ven et al. (2022). The hidden layers have 100 units, as their
  /// separate networks do, so that room is short and CPG and DEN have reason to grow. What a stage beyond a
  /// task's training takes comes on top of it.
  package static let splitMNISTArchitecture = Reproduction(
    name: "split-mnist-architecture",
    paper: "a protocol of our own, after van de Ven, Tuytelaars & Tolias (2022); "
      + "nothing was published",
    summary:
      "Split MNIST, task-incremental: PNN, PackNet, CPG, DEN; what they forget and how they grow",
    dataset: .mnist,
    experiment: Experiment {
      $0.classes = .shuffled
      $0.hidden = [100, 100]
      $0.training = Training(iterations: 2000, batchSize: 128)
    },
    choice: "not searched; DEN's are those of its authors' code, seen to work on seed 1",
    seeds: Array(2...6),
    secondsPerRun: 20,
    tellsBackwardTransfer: true,
    entries: [
      Entry("fine-tuning", .task, FineTuning()),
      Entry("separate networks", .task, SeparateNetworks()),
      Entry("joint", .task, Joint(atTheEnd: true)),
      Entry("PNN", .task, PNN()),
      Entry("PackNet", .task, PackNet(pruning: 0.75)),
      Entry("CPG", .task, CPG(goal: .alone(less: 0), growth: 0.25, widest: 2)),
      Entry("DEN", .task, DEN()),
    ])
}
