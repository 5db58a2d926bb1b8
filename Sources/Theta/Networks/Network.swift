/// A function f(x; θ). It holds the plan of its weights and never the weights: θ is passed in, as a
/// variable when f is to be differentiated.
///
/// A perceptron can also be t networks at once, one a task: inputs [t, n, inputs] ask for it, and θ is then
/// t of its θ stacked weight by weight (`Tensor.stacked`).
public protocol Network: SavedKind {
  /// Where each weight lives in θ.
  var layout: Layout { get }
  /// How many numbers an input has.
  var inputs: Int { get }
  /// How many scores it gives, over all tasks together.
  var outputs: Int { get }
  /// What the last layer sees: x [n, inputs] → [n, features].
  func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable
  /// The scores (logits): x [n, inputs] → [n, outputs].
  func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable
}

extension Network {
  /// What the last layer sees of inputs of a task, in the mode `.test`: x [n, inputs] → [n, features].
  public func features(_ x: Variable, at theta: Variable, task: Int?) -> Variable {
    var context = Context(task: task)
    return features(x, at: theta, &context)
  }

  /// The scores of inputs of a task, in the mode `.test`: x [n, inputs] → [n, outputs].
  public func callAsFunction(_ x: Variable, at theta: Variable, task: Int?) -> Variable {
    var context = Context(task: task)
    return self(x, at: theta, &context)
  }
}
