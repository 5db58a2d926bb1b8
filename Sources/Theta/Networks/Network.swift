/// A function f(x; θ). It holds the plan of its weights and never the weights: θ is passed in, as a
/// variable when f is to be differentiated.
///
/// A perceptron can also be t networks at once, one per task, where the context asks for `copies`: inputs are
/// then [t, n, inputs], and θ is t of its θ stacked weight by weight (`Tensor.stacked`). What learns to learn asks for
/// them: a network that is to do so passes `context.copies` on to its layers.
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

  /// The scores of inputs of a task, in the mode `.test`: x [n, inputs] → [n, outputs]; or, of `copies` networks
  /// at as many θ stacked weight by weight, [copies, n, inputs] → [copies, n, outputs].
  public func callAsFunction(
    _ x: Variable, at theta: Variable, task: Int?, copies: Int? = nil
  ) -> Variable {
    if let copies {
      require(
        theta.shape.count == copies * layout.count,
        "\(copies) networks of \(layout.count) weights cannot be asked at θ of shape \(theta.shape)"
      )
    }
    var context = Context(task: task, copies: copies)
    return self(x, at: theta, &context)
  }
}
