/// A continual-learning method: what it does differently from training on.
///
/// Every verb has a default, and all the defaults together are fine-tuning. A method is a struct
/// that states where it departs; its properties are its settings and what it remembers, all of it
/// saved with a run.
///
/// In one step the verbs come in this order: `willStep` may change the batch; `loss` is differentiated;
/// `adjust` sees ∇L before anything is added to it; `penalty` is added; the optimiser moves θ; `didStep`.
public protocol Strategy: SavedKind {
  /// The name used in tables and figures.
  var name: String { get }
  /// Whether the method must be told the task at test time, and so fits the task-incremental
  /// scenario alone.
  var needsTaskIdentity: Bool { get }

  /// Before the first step on a task.
  mutating func willLearn(_ task: Experience, _ learner: inout Learner)

  /// What to train on next within a task; `nil` ends the task. Called with `number` 0, 1, …
  ///
  /// `earlier` holds the experiences before this one. Only an upper bound such as joint training
  /// may look at their data: that is what makes it no continual learner.
  mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase?

  /// Before a step on `batch`, samples of the task at hand: where kept samples join them.
  mutating func willStep(_ batch: inout Batch, _ task: Experience, _ learner: inout Learner)

  /// The loss of a batch at θ, shape `[]`. It changes nothing but what the network leaves in the context.
  func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable

  /// Changes the gradient [P] of the loss.
  mutating func adjust(_ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner)

  /// A quadratic to add to the loss, after its gradient was taken.
  func penalty(_ task: Experience, _ learner: Learner) -> Quadratic?

  /// After θ has moved, by a step on `batch`: where samples are kept.
  mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner)

  /// After the last step on a task.
  mutating func didLearn(_ task: Experience, _ learner: inout Learner)

  /// Before a test of θ as it is, on a copy that makes the test and is then given up: for what `scores`
  /// needs and would otherwise work out again for every few samples.
  mutating func willTest(_ learner: Learner)

  /// The scores of inputs [n, size] → [n, outputs]. The task is `nil` unless the scenario gives it.
  func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor

  /// Training samples kept from task to task: by default those in its memories.
  var samplesKept: Int { get }

  /// What the method has counted on its way and a table should tell, such as how often it grew.
  var counted: [String: Int] { get }
}

extension Strategy {
  public var needsTaskIdentity: Bool { false }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {}

  public mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    number == 0 ? Phase([task], training.length) : nil
  }

  public mutating func willStep(
    _ batch: inout Batch, _ task: Experience, _ learner: inout Learner
  ) {}

  public func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    learner.crossEntropy(batch, at: theta, &context)
  }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {}

  public func penalty(_ task: Experience, _ learner: Learner) -> Quadratic? { nil }

  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {}

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {}

  public mutating func willTest(_ learner: Learner) {}

  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    learner.scores(x, task: task)
  }

  public var samplesKept: Int { KeptCounter(self).samples }

  public var counted: [String: Int] { [:] }
}
