import CLCore

extension Setting {
  /// How much the old tasks count against the new one.
  fileprivate static func strength(
    _ standard: Double, _ name: String = "lambda", symbol: String = "λ"
  ) -> Setting {
    .number(
      name, standard, .atLeast(0), symbol + ", how much the old tasks count against the new one")
  }
}

extension Fisher {
  /// The ways of estimating it that need no number.
  fileprivate static let words = ["exact", "sampled", "empirical", "predicted", "batched"]

  fileprivate static let settings: [Setting] = [
    .choice("fisher", "exact", of: words, "which labels the Fisher information is taken with"),
    .count("fisher-batch", 128, "samples whose mean gradient is squared, where fisher is batched"),
    .count("samples", nil, "training samples it is taken over; all of a task if left out"),
  ]

  fileprivate init(_ values: SettingValues) {
    self =
      switch values.word("fisher") {
      case "sampled": .sampled
      case "empirical": .empirical
      case "predicted": .predicted
      case "batched": .batched(values.count("fisher-batch"))
      default: .exact
      }
  }
}

extension EWC: Configurable {
  public static let card = Card(
    "ewc", "holds each weight by its Fisher information: a term for every old task",
    paper: "Kirkpatrick et al. 2017",
    settings: [.strength(1e5)] + Fisher.settings)
  public init(_ values: SettingValues) {
    self.init(
      lambda: values.number("lambda"), fisher: Fisher(values),
      samples: values.optionalCount("samples"))
  }
}

extension OnlineEWC: Configurable {
  public static let card = Card(
    "online-ewc", "EWC with one term for all old tasks, about the latest weights",
    paper: "Schwarz et al. 2018",
    settings: [
      .strength(1e5),
      .number("gamma", 1, .within(0...1), "γ, how much of the earlier tasks' term is kept"),
    ] + Fisher.settings)
  public init(_ values: SettingValues) {
    self.init(
      lambda: values.number("lambda"), gamma: values.number("gamma"), fisher: Fisher(values),
      samples: values.optionalCount("samples"))
  }
}

extension L2: Configurable {
  public static let card = Card(
    "l2", "holds every weight alike", paper: "the comparison in Kirkpatrick et al. 2017",
    settings: [.strength(0.02)])
  public init(_ values: SettingValues) { self.init(lambda: values.number("lambda")) }
}

extension MAS: Configurable {
  public static let card = Card(
    "mas", "holds each weight by how much the output's length changes with it",
    paper: "Aljundi et al. 2018",
    settings: [
      .strength(0.1),
      .choice(
        "average", "per-sample", of: ["per-sample", "batch-mean"], "how importances are averaged"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      lambda: values.number("lambda"),
      average: values.word("average") == "per-sample" ? .perSample : .batchMean)
  }
}

extension SI: Configurable {
  public static let card = Card(
    "si", "holds each weight by how much its own way lowered the loss",
    paper: "Zenke, Poole & Ganguli 2017",
    settings: [
      .strength(10, "strength", symbol: "c"),
      .number("xi", 0.1, .above(0), "ξ, which keeps importances finite"),
    ])
  public init(_ values: SettingValues) {
    self.init(strength: values.number("strength"), xi: values.number("xi"))
  }
}

extension RWalk: Configurable {
  public static let card = Card(
    "rwalk", "EWC's Fisher information and SI's path in one importance",
    paper: "Chaudhry, Dokania, Ajanthan & Torr 2018",
    settings: [
      .strength(1),
      .number("alpha", 0.9, .above(0, upTo: 1), "α, how much a new window counts"),
      .count("window", 10, "Δt, how many steps a window has"),
      .number("epsilon", 1e-3, .above(0), "ε, which keeps scores finite"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      lambda: values.number("lambda"), alpha: values.number("alpha"),
      window: values.count("window"),
      epsilon: values.number("epsilon"))
  }
}

extension SCP: Configurable {
  public static let card = Card(
    "scp", "holds each weight by how much it moves the distribution of the outputs",
    paper: "Kolouri, Ketz, Soltoggio & Pilly 2020",
    settings: [
      .strength(1),
      .count("slices", nil, "L, directions drawn a batch; their expectation if left out"),
      .count("slice-batch", 128, "samples that a mean response is taken of"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      lambda: values.number("lambda"), slices: values.optionalCount("slices"),
      batchSize: values.count("slice-batch"))
  }
}
