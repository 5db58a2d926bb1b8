import CLCore
import Lessons

/// What CPG does with the weights below the head while it learns five tasks.
struct Cycle: Sendable {
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

  /// Watches a run that has not begun, at every tenth step and where a stage begins.
  init(_ start: Run, _ progress: Meter) throws {
    var run = start
    var growths = 0
    var stage: CPG.Stage?
    while let event = try run.advance() {
      guard let state = (run.strategy as? CPG)?.progress else { continue }
      if case .learned(let task) = event { progress(task + 1, of: run.stream.count) }
      if case .began = event { begun.append(Double(run.stepsMade)) }
      if state.growths > growths { grown.append(Double(run.stepsMade)) }
      growths = state.growths
      guard case .stepped(let task, _, _) = event else { continue }
      if state.stage != stage || run.stepsMade % 10 == 0 {
        look(state, run.learner.network.layout, task: task, at: run.stepsMade)
      }
      stage = state.stage
    }
  }

  private mutating func look(_ state: CPG.Progress, _ layout: Layout, task: Int, at step: Int) {
    func held(_ owners: ClosedRange<Int>) -> Double {
      Double(owners.flatMap { state.ownership.held(by: $0, in: layout) }.reduce(0, +))
    }
    steps.append(Double(step))
    free.append(held(0...0))
    earlier.append(task > 0 ? held(1...task) : 0)
    own.append(held(task + 1...task + 1))
  }
}
