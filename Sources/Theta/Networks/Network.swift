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
  func features(_ x: Variable, at theta: Variable, task: Int?) -> Variable
  /// The scores (logits): x [n, inputs] → [n, outputs]. The task is `nil` where it is not known,
  /// and for a batch that mixes tasks.
  func callAsFunction(_ x: Variable, at theta: Variable, task: Int?) -> Variable
}
