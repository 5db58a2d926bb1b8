/// A run that makes one step after another: what `Run` and `MetaRun` have in common.
public protocol StepLoop: Sendable {
  /// What happened in one `advance`.
  associatedtype Event
  /// Makes the next step; `nil` after the last.
  mutating func advance() throws -> Event?
}

extension StepLoop {
  /// Makes all steps that are left. After each one, `didStep` is given what happened and the run as it then is.
  public mutating func finish(didStep: (Event, Self) throws -> Void = { _, _ in }) throws {
    while let event = try advance() { try didStep(event, self) }
  }
}

/// How far a run has come, as far as a step's checks need to know.
protocol StepPosition {
  var stepsMade: Int { get set }
  var lastFiniteLoss: Real? { get set }
}

/// A run whose steps move the θ of a learner, and are undone where numbers do not stay finite.
protocol LearningLoop: StepLoop {
  associatedtype Position: StepPosition
  /// What a step learns from.
  associatedtype Samples
  var learner: Learner { get set }
  var position: Position { get set }
  var seconds: Double { get set }
  /// What an error says of the run: the method, and the number of the task that it is learning.
  var subject: (method: String, task: Int) { get }
  /// The loss of `samples` at θ as it is.
  func loss(of samples: Samples) -> Real
}

extension LearningLoop {
  /// Learns by `body`, and adds its wall time to that of the run; subnormal numbers are flushed to zero meanwhile.
  mutating func timed(_ body: (inout Self) throws -> Event) rethrows -> Event {
    let start = ContinuousClock.now
    let event = try flushing { try body(&self) }
    seconds += (ContinuousClock.now - start) / .seconds(1)
    return event
  }

  /// Moves θ along a gradient [P] and down a quadratic penalty, if there is one; returns the loss with the
  /// penalty's value.
  ///
  /// - Parameters:
  ///   - loss: That of `samples`, which the gradient was taken of.
  ///   - step: The step's number among `steps`, all of one phase or on one family.
  /// - Throws: `RunError.diverged`, the run being put back to what it was, when a number is not finite.
  mutating func move(
    along gradient: consuming Tensor, in penalty: Quadratic? = nil, _ loss: Real,
    of samples: Samples, _ step: Int, of steps: Int, _ rollback: inout Rollback<Self>
  ) throws -> Real {
    let isLast = step == steps - 1
    let losses = [loss, position.lastFiniteLoss ?? loss]
    // The first steps of a phase are the first ones of a new penalty, rate or network.
    guard rollback.isFinite(gradient, losses, kept: isLast || step < 2) else {
      throw diverged(rollback)
    }
    let sum = loss + learner.step(gradient, in: penalty)
    guard sum.isFinite, rollback.isOver || isFinite(after: isLast ? samples : nil) else {
      throw diverged(rollback)
    }
    position.lastFiniteLoss = sum
    position.stepsMade += 1
    return sum
  }

  /// Whether θ is finite, and so is the loss of `samples` there: after the last of some steps no other step
  /// would find out.
  private func isFinite(after samples: Samples?) -> Bool {
    learner.theta.isFinite && samples.map { loss(of: $0).isFinite } ?? true
  }

  private mutating func diverged(_ rollback: Rollback<Self>) -> RunError {
    if let before = rollback.state { self = before }
    return .diverged(
      method: subject.method, task: subject.task, step: position.stepsMade,
      lastFiniteLoss: position.lastFiniteLoss)
  }
}
