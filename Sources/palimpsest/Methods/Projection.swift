import CLCore

extension GEM: Configurable {
  public static let card = Card(
    "gem", "the nearest step that raises the loss of no old task's memory",
    paper: "Lopez-Paz & Ranzato 2017",
    settings: [
      .count("memory", 256, "samples kept of each task, the latest"),
      .number("margin", 0.5, .atLeast(0), "γ, how far beyond the constraints to go"),
      .choice(
        "margin-kind", "lower-bound", of: ["lower-bound", "added"],
        "v ≥ γ in the programme, as the authors' code, or v* + γ, as the paper"),
    ])
  public init(_ values: SettingValues) {
    let margin = values.number("margin")
    self.init(
      samplesPerTask: values.count("memory"),
      margin: values.word("margin-kind") == "added" ? .added(margin) : .lowerBound(margin))
  }
}

extension AGEM: Configurable {
  public static let card = Card(
    "a-gem", "one constraint: on a batch drawn from the memory of all old tasks",
    paper: "Chaudhry, Ranzato, Rohrbach & Elhoseiny 2019",
    settings: [
      .count("memory", 100, from: 0, "random samples kept of each class"),
      .count("replay-batch", 128, "kept samples that the constraint is on"),
    ])
  public init(_ values: SettingValues) {
    self.init(.balanced(.each(values.count("memory"))), batchSize: values.count("replay-batch"))
  }
}

extension SGEM: Configurable {
  public static let card = Card(
    "s-gem", "one constraint: on one old task, drawn anew each step",
    paper: "Chaudhry, Ranzato, Rohrbach & Elhoseiny 2019",
    settings: [.count("memory", 256, "samples kept of each task, the latest")])
  public init(_ values: SettingValues) { self.init(samplesPerTask: values.count("memory")) }
}
