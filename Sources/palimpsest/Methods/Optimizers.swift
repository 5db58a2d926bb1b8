import CLCore

extension Setting {
  /// η, the learning rate.
  fileprivate static func rate(_ standard: Double) -> Setting {
    .number("rate", standard, .above(0), "η, the learning rate")
  }
}

extension SGD: Configurable {
  public static let card = Card(
    "sgd", "gradient descent: θ ← θ − η g", paper: "Robbins & Monro 1951",
    settings: [.rate(0.1)])
  public init(_ values: SettingValues) { self.init(rate: values.number("rate")) }
}

extension Momentum: Configurable {
  public static let card = Card(
    "momentum", "gradient descent that keeps some of its last step", paper: "Polyak 1964",
    settings: [
      .rate(0.01),
      .number("momentum", 0.9, .within(0..<1), "μ, how much of the last step is kept"),
    ])
  public init(_ values: SettingValues) {
    self.init(rate: values.number("rate"), momentum: values.number("momentum"))
  }
}

extension AdaGrad: Configurable {
  public static let card = Card(
    "adagrad", "each weight's rate falls with the sum of its squared gradients",
    paper: "Duchi, Hazan & Singer 2011",
    settings: [
      .rate(0.01),
      .number("epsilon", 1e-10, .above(0), "ε, which keeps the first steps finite"),
    ])
  public init(_ values: SettingValues) {
    self.init(rate: values.number("rate"), epsilon: values.number("epsilon"))
  }
}

extension RMSProp: Configurable {
  public static let card = Card(
    "rmsprop", "each weight's rate follows a running mean of its squared gradients",
    paper: "Tieleman & Hinton 2012",
    settings: [
      .rate(0.01),
      .number("decay", 0.99, .within(0..<1), "α, the decay of the running mean"),
      .number("epsilon", 1e-8, .above(0), "ε, which keeps steps finite"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      rate: values.number("rate"), decay: values.number("decay"), epsilon: values.number("epsilon"))
  }
}

extension Adam: Configurable {
  public static let card = Card(
    "adam", "running means of gradients and of their squares, corrected for their start",
    paper: "Kingma & Ba 2015",
    settings: [
      .rate(1e-3),
      .number("beta1", 0.9, .within(0..<1), "β₁, the decay of the mean of gradients"),
      .number("beta2", 0.999, .within(0..<1), "β₂, the decay of the mean of their squares"),
      .number("epsilon", 1e-8, .above(0), "ε, which keeps steps finite"),
    ])
  public init(_ values: SettingValues) {
    self.init(
      rate: values.number("rate"), beta1: values.number("beta1"), beta2: values.number("beta2"),
      epsilon: values.number("epsilon"))
  }
}
