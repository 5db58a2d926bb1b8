/// In what order a split stream deals its classes out.
public enum ClassOrder: Sendable, Equatable, CustomStringConvertible {
  /// In an order of its own for each seed.
  case shuffled
  /// 0, 1, 2, …
  case natural
  /// In this order for every seed, an equal share for each task.
  case given([Int])
  /// These classes for each task.
  case perTask([[Int]])

  /// As it is typed: `shuffled`, `natural`, `3,1,4,0`, or `0,1,2/3,4`.
  public var description: String {
    switch self {
    case .shuffled: "shuffled"
    case .natural: "natural"
    case .given(let order): Self.text(order)
    case .perTask(let tasks): tasks.map(Self.text).joined(separator: "/")
    }
  }

  private static func text(_ classes: [Int]) -> String {
    classes.map(String.init).joined(separator: ",")
  }

  /// Reads what is typed; `nil` when it is no order.
  public init?(_ text: String) {
    switch text {
    case "shuffled": self = .shuffled
    case "natural": self = .natural
    default:
      let tasks = text.split(separator: "/", omittingEmptySubsequences: false).map { task in
        task.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      }
      guard !tasks.joined().contains(nil) else { return nil }
      let classes = tasks.map { $0.compactMap { $0 } }
      self = classes.count == 1 ? .given(classes[0]) : .perTask(classes)
    }
  }
}

/// The angles of a rotated stream's tasks.
public enum Angles: Sendable, Equatable, CustomStringConvertible {
  /// One for each task, in degrees.
  case given([Double])
  /// One drawn from each of as many equal parts of [0, 180) as there are tasks, in the order of the parts, as the
  /// program of Lopez-Paz & Ranzato (2017) draws them.
  case binned

  /// As it is typed: `0,30,60`, or `binned`.
  public var description: String {
    switch self {
    case .given(let degrees): degrees.map(\.typed).joined(separator: ",")
    case .binned: "binned"
    }
  }
}
