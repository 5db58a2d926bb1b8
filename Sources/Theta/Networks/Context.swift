/// What a network is told when it is asked, beside its inputs and θ, and what it leaves behind.
///
/// A learner's step asks in the mode `.train`, once, and writes back what the context then holds. All else
/// asks in the mode `.test`: reference gradients, importances, teachers and tests change nothing.
public struct Context: Sendable {
  /// Whether a network is asked in order to learn.
  public enum Mode: Sendable {
    /// Layers that behave differently while they learn do so: they drop units, normalise by the batch.
    case train
    /// The network is a function of its inputs and θ alone.
    case test
  }

  /// The task of all inputs; `nil` where it is not known, and for a batch that mixes tasks.
  public var task: Int?
  /// How many networks are asked at once, at as many θ stacked weight by weight (`Tensor.stacked`), each with
  /// inputs of its own: x [copies, n, …]. `nil` at one θ, [P], where x is [n, …].
  public let copies: Int?
  /// Whether the network is asked in order to learn.
  public let mode: Mode
  /// What a layer draws from while it learns.
  public var random: Random
  /// New values of running statistics, which the learner writes into θ after the step.
  public var updates: [Slot: Tensor] = [:]

  /// To ask a network, or `copies` of it, as it is.
  public init(task: Int? = nil, copies: Int? = nil) {
    self.task = task
    self.copies = copies
    mode = .test
    random = Random(seed: 0)
  }

  /// To learn from a network's answers; what its layers draw comes from `random`.
  public init(training task: Int?, _ random: Random) {
    self.task = task
    copies = nil
    mode = .train
    self.random = random
  }
}
