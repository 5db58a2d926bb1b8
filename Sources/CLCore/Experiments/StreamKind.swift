/// The streams that a protocol can name.
public enum StreamKind: String, Sendable, Codable, CaseIterable {
  case split, permuted, rotated

  /// What its tasks are, in a line.
  public var idea: String {
    switch self {
    case .split:
      "the classes are dealt out to the tasks, an equal share each or those that are named"
    case .permuted: "every task has all classes, its pixels in an order of its own"
    case .rotated: "every task has all classes, turned by an angle of its own"
    }
  }

  /// Where it comes from.
  public var paper: String {
    switch self {
    case .split: "Zenke, Poole & Ganguli 2017"
    case .permuted: "Goodfellow et al. 2013; Kirkpatrick et al. 2017"
    case .rotated: "Lopez-Paz & Ranzato 2017"
    }
  }

  /// The parts of a protocol that are its own.
  public var parts: [ExperimentPart] {
    Experiment.parts.filter { $0.streams?.contains(self) == true }
  }
}
