import CLCore

extension FineTuning: Configurable {
  public static let card = Card(
    "fine-tuning", "trains on: the lower bound that every method is measured against",
    paper: "McCloskey & Cohen 1989")
  public init(_ values: SettingValues) { self.init() }
}

extension Joint: Configurable {
  public static let card = Card(
    "joint", "trains on the data of all tasks met: the upper bound, and no continual learner",
    paper: "Caruana 1997",
    settings: [
      .truth("from-scratch", true, "draw θ anew for each task"),
      .truth("at-the-end", false, "train once, on all tasks, as long as on each of them"),
    ])
  public init(_ values: SettingValues) {
    self.init(fromScratch: values.truth("from-scratch"), atTheEnd: values.truth("at-the-end"))
  }
}

extension SeparateNetworks: Configurable {
  public static let card = Card(
    "separate", "a network of its own for each task", paper: "van de Ven, Tuytelaars & Tolias 2022",
    scenarios: [.task])
  public init(_ values: SettingValues) { self.init() }
}

extension FrozenFeatures: Configurable {
  public static let card = Card(
    "frozen", "learns features on the first task, and then heads alone",
    paper: "Razavian, Azizpour, Sullivan & Carlsson 2014")
  public init(_ values: SettingValues) { self.init() }
}

extension Multimodal: Configurable {
  public static let card = Card(
    "multimodal", "an input layer of its own for each task, all else shared",
    paper: "Lopez-Paz & Ranzato 2017", scenarios: [.task])
  public init(_ values: SettingValues) { self.init() }
}
