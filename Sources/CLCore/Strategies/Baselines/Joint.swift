/// Joint training (multi-task learning; Caruana 1997): at each task, train on the data of all tasks
/// so far, mixed. The upper bound, and no continual learner: it keeps every sample.
///
/// Memory: all samples. Time: with a fresh start, task t costs t times what one task costs, so that
/// a stream of T tasks costs T (T + 1) / 2; at the end alone, T.
public struct Joint: Strategy {
  /// Whether each task trains a new network from scratch on all the data, for as many steps as all
  /// its tasks together; otherwise the network is trained on, for as many steps as one task.
  public var fromScratch: Bool
  /// Whether nothing is trained before the last task: for tables that only hold what is reached then.
  public var atTheEnd: Bool
  public private(set) var samplesKept = 0

  /// Joint training, from scratch at each task by default.
  public init(fromScratch: Bool = true, atTheEnd: Bool = false) {
    self.fromScratch = fromScratch
    self.atTheEnd = atTheEnd
  }

  public var name: String { "joint" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    samplesKept += task.train.count
    // At the end the network is still as it was drawn.
    if fromScratch && !atTheEnd && task.index > 0 { learner.restart() }
  }

  public mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    let isLast = task.index == learner.outputsOfTask.count - 1
    guard number == 0, isLast || !atTheEnd else { return nil }
    let sources = earlier + [task]
    switch training.length {
    case .iterations(let count) where fromScratch:
      return Phase(sources, .iterations(count * sources.count))
    case .epochs where !fromScratch:
      return Phase(
        sources, .iterations(training.steps(training.length, samples: task.train.count)))
    default:
      return Phase(sources, training.length)
    }
  }
}

extension Joint: Configurable {
  public static let about = About(
    "joint", "trains on the data of all tasks met: the upper bound, and no continual learner",
    paper: "Caruana 1997", .baseline, line: 1)
  public static let standard = Joint()
  public static let settings: [Setting<Joint>] = [
    .truth("from-scratch", \.fromScratch, "draw θ anew for each task"),
    .truth("at-the-end", \.atTheEnd, "train once, on all tasks, as long as on each of them"),
  ]
}
