/// A multi-layer perceptron: hidden layers with a non-linearity, then a linear head whose outputs
/// all tasks share. In a task-incremental stream each task's classes have outputs of their own,
/// which amounts to a head a task.
public struct MLP: Network, Hashable {
  /// Where each weight lives in θ: `hidden1.weight`, `hidden1.bias`, …, `head.weight`, `head.bias`.
  public let layout: Layout
  /// How many numbers an input has.
  public let inputs: Int
  /// How many scores it gives.
  public let outputs: Int
  /// The hidden layers, from the input on.
  public let hidden: [Linear]
  /// The last layer.
  public let head: Linear
  /// The non-linearity after each hidden layer.
  public let activation: Activation

  /// A perceptron such as 784-400-400-10: `MLP(inputs: 784, hidden: [400, 400], outputs: 10)`.
  public init(inputs: Int, hidden widths: [Int], outputs: Int, activation: Activation = .relu) {
    var layout = Layout()
    var fanIn = inputs
    hidden = widths.enumerated().map { i, width in
      defer { fanIn = width }
      return Linear("hidden\(i + 1)", fanIn, width, in: &layout)
    }
    head = Linear("head", fanIn, outputs, in: &layout)
    self.layout = layout
    self.inputs = inputs
    self.outputs = outputs
    self.activation = activation
  }

  /// The last hidden layer: x [n, inputs] → [n, width].
  public func features(_ x: Variable, at theta: Variable, task: Int?) -> Variable {
    hidden.reduce(x) { h, layer in activation(layer(h, at: theta)) }
  }

  /// The scores: x [n, inputs] → [n, outputs].
  public func callAsFunction(_ x: Variable, at theta: Variable, task: Int?) -> Variable {
    head(features(x, at: theta, task: task), at: theta)
  }
}
