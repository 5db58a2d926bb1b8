import CLCore

/// What CPG does with the weights below the head while it learns five tasks.
struct Cycle: Codable {
  /// Steps made so far, [looks].
  private(set) var steps: [Double] = []
  /// How many weights belong to tasks that were learnt before, to the task under way, and to nobody,
  /// [looks] each.
  private(set) var earlier: [Double] = []
  private(set) var own: [Double] = []
  private(set) var free: [Double] = []
  /// The steps at which each task began, and at which the network grew.
  private(set) var begun: [Double] = []
  private(set) var grown: [Double] = []
  private var stage: CPG.Stage?

  /// Sees a run from its beginning; looks at every tenth step and where a stage begins.
  mutating func see(_ event: Run.Event, _ run: Run) {
    guard let state = (run.strategy as? CPG)?.progress else { return }
    if case .began = event { begun.append(Double(run.stepsMade)) }
    if state.growths > grown.count { grown.append(Double(run.stepsMade)) }
    guard case .stepped(let task, _, _) = event else { return }
    if state.stage != stage || run.stepsMade % 10 == 0 {
      look(state.ownership, run.learner.network.layout, task: task, at: run.stepsMade)
    }
    stage = state.stage
  }

  private mutating func look(_ ownership: Ownership, _ layout: Layout, task: Int, at step: Int) {
    var held = (free: 0.0, earlier: 0.0, own: 0.0)
    for (owner, isBelow) in zip(ownership.owners, layout.isBelowHead) where isBelow {
      switch Int(owner) {
      case 0: held.free += 1
      case ...task: held.earlier += 1
      default: held.own += 1
      }
    }
    steps.append(Double(step))
    free.append(held.free)
    earlier.append(held.earlier)
    own.append(held.own)
  }
}

/// A journey of CPG that was watched.
struct Watched: Codable {
  let journey: Journey
  let cycle: Cycle
}
