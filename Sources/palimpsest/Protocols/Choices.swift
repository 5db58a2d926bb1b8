import CLCore

/// The streams that the command line can make.
package enum StreamKind: String, Sendable, Codable, CaseIterable {
  case split, permuted, rotated

  /// What its tasks are, in a line.
  package var idea: String {
    switch self {
    case .split: "the classes are dealt out to the tasks, an equal share each"
    case .permuted: "every task has all classes, its pixels in an order of its own"
    case .rotated: "every task has all classes, turned by an angle of its own"
    }
  }

  /// Where it comes from.
  package var paper: String {
    switch self {
    case .split: "Zenke, Poole & Ganguli 2017"
    case .permuted: "Goodfellow et al. 2013; Kirkpatrick et al. 2017"
    case .rotated: "Lopez-Paz & Ranzato 2017"
    }
  }

  /// The flags that are its own, with what they mean.
  package var settings: [(flag: String, meaning: String)] {
    switch self {
    case .split:
      [
        (
          "--classes",
          "shuffled (an order of its own for each seed), natural, or an order such as 3,1,4,…"
        )
      ]
    case .permuted:
      [
        ("--first-as-is", "the first task sees the images as they are"),
        ("--shared-outputs", "told the task, tasks share their outputs all the same"),
      ]
    case .rotated:
      [
        (
          "--degrees",
          "the angle of each task, such as 0,30,60; drawn from [0, 180) by the seed if left out"
        ),
        ("--shared-outputs", "told the task, tasks share their outputs all the same"),
      ]
    }
  }
}

/// In what order a split stream deals its classes out.
package enum ClassOrder: Sendable, Equatable, Codable {
  /// In an order of its own for each seed.
  case shuffled
  /// 0, 1, 2, …
  case natural
  /// In this order for every seed.
  case given([Int])

  /// As it is typed.
  package var text: String {
    switch self {
    case .shuffled: "shuffled"
    case .natural: "natural"
    case .given(let order): order.map(String.init).joined(separator: ",")
    }
  }

  /// Reads what is typed; `nil` when it is no order.
  package init?(_ text: String) {
    switch text {
    case "shuffled": self = .shuffled
    case "natural": self = .natural
    default:
      let order = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard !order.contains(nil) else { return nil }
      self = .given(order.compactMap { $0 })
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let order = ClassOrder(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no order of classes")
    }
    self = order
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// How the weights of a perceptron start.
package enum Initialisation: String, Sendable, Codable, CaseIterable {
  case fanIn = "fan-in"
  case glorot

  package var start: MLP.Start {
    switch self {
    case .fanIn: .fanIn
    case .glorot: .glorot
    }
  }
}
