import CLCore

extension PNN: Configurable {
  public static let card = Card(
    "pnn", "a new column for each task, which sees all earlier ones",
    paper: "Rusu et al. 2016", scenarios: [.task],
    settings: [
      .number("scale", 0.1, .above(0), "the bound of the laterals' first scales α")
    ])
  public init(_ values: SettingValues) {
    self.init(scales: .uniform(bound: values.number("scale")))
  }
}

extension PackNet: Configurable {
  public static let card = Card(
    "packnet", "prunes each task's weights, and packs the next task into those given back",
    paper: "Mallya & Lazebnik 2018", scenarios: [.task],
    settings: [
      .number("pruning", 0.5, .within(0..<1), "ρ, the share of a task's weights given back"),
      .number("retraining", 0.5, .atLeast(0), "training after pruning, as a share of that before"),
    ])
  public init(_ values: SettingValues) {
    self.init(pruning: values.number("pruning"), retraining: values.number("retraining"))
  }
}

extension DEN: Configurable {
  public static let card = Card(
    "den", "retrains a part of the network, adds units, and splits those that drifted",
    paper: "Yoon, Yang, Lee & Hwang 2018", scenarios: [.task],
    settings: [
      .number("sparsity", 1e-5, .atLeast(0), "μ, how much every weight shrinks in a step"),
      .number("decay", 1e-4, .atLeast(0), "λ₂, the weight decay of selective retraining"),
      .number("group", 1e-3, .atLeast(0), "γ, how much what enters a new unit shrinks in a step"),
      .number("pull", 0.25, .atLeast(0), "λ, the pull towards the weights before the task"),
      .number("loss-threshold", 0.01, .atLeast(0), "τ, the loss above which the network grows"),
      .count("added", 10, from: 0, "k, units added to each hidden layer"),
      .number("drift-threshold", 0.05, .atLeast(0), "σ, the drift beyond which a unit is split"),
      .number("head-share", 0.1, .above(0), "training of a new head alone, as a share of a task's"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      sparsity: values.number("sparsity"), decay: values.number("decay"),
      group: values.number("group"), pull: values.number("pull"),
      lossThreshold: values.number("loss-threshold"), added: values.count("added"),
      driftThreshold: values.number("drift-threshold"), headShare: values.number("head-share"))
  }
}

extension CPG: Configurable {
  public static let card = Card(
    "cpg", "picks among old weights, compacts each task, and grows when there is no room",
    paper: "Hung et al. 2019", scenarios: [.task],
    settings: [
      .number(
        "goal", nil, .within(0...1), "accuracy to reach; that of a network alone if left out"),
      .number("growth", 0.5, .above(0), "by how much of their first width hidden layers grow"),
      .number("widest", 1.5, .atLeast(1), "to how many times their first width they may grow"),
      .number(
        "pace", 0.2, .above(0), "how long a stage of compacting lasts, as a share of a task's"),
      .number("held-back-share", 0.1, .between(0, 1), "training samples that the goal is asked of"),
      .number("mask-rate", 5e-4, .atLeast(0), "the learning rate of the masks"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      goal: values.optionalNumber("goal").map { .accuracy($0) } ?? .alone(less: 0),
      growth: values.number("growth"), widest: values.number("widest"), pace: values.number("pace"),
      heldBack: values.number("held-back-share"), maskRate: values.number("mask-rate"))
  }
}
