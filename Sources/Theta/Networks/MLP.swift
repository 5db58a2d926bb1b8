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
  /// How its weights start.
  public let start: Start

  /// How the weights and biases of a layer start.
  public enum Start: String, Sendable, Codable {
    /// All uniform within 1/√inputs, as PyTorch's layers do by default.
    case fanIn
    /// Weights uniform within √(6 / (inputs + outputs)), biases 0 (Glorot and Bengio 2010).
    case glorot
  }

  /// A perceptron such as 784-400-400-10: `MLP(inputs: 784, hidden: [400, 400], outputs: 10)`.
  public init(
    inputs: Int, hidden widths: [Int], outputs: Int, activation: Activation = .relu,
    start: Start = .fanIn
  ) {
    var layout = Layout()
    func layer(
      _ name: String, _ inputs: Int, _ outputs: Int, role: Layout.Role = .body
    ) -> Linear {
      switch start {
      case .fanIn: Linear(name, inputs, outputs, in: &layout, role: role)
      case .glorot:
        Linear(
          name, inputs, outputs, in: &layout, .glorot(inputs, outputs), bias: .constant(0),
          role: role)
      }
    }
    var fanIn = inputs
    hidden = widths.enumerated().map { i, width in
      defer { fanIn = width }
      return layer("hidden\(i + 1)", fanIn, width)
    }
    head = layer("head", fanIn, outputs, role: .head)
    self.layout = layout
    self.inputs = inputs
    self.outputs = outputs
    self.activation = activation
    self.start = start
  }

  /// The last hidden layer: x [n, inputs] → [n, width].
  public func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    hidden.reduce(x) { h, layer in
      activation(layer(h, at: theta, copies: context.copies))
    }
  }

  /// The scores: x [n, inputs] → [n, outputs].
  public func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context)
    -> Variable
  {
    head(features(x, at: theta, &context), at: theta, copies: context.copies)
  }

  /// The width of each hidden layer.
  public var widths: [Int] { hidden.map { $0.bias.shape.count } }

  /// A perceptron that differs in the widths of its hidden layers alone.
  public func with(hidden widths: [Int]) -> MLP {
    MLP(
      inputs: inputs, hidden: widths, outputs: outputs, activation: activation, start: start)
  }
}

extension MLP {
  /// Reads a perceptron; one saved without its `start` starts as by default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    layout = try container.decode(Layout.self, forKey: .layout)
    inputs = try container.decode(Int.self, forKey: .inputs)
    outputs = try container.decode(Int.self, forKey: .outputs)
    hidden = try container.decode([Linear].self, forKey: .hidden)
    head = try container.decode(Linear.self, forKey: .head)
    activation = try container.decode(Activation.self, forKey: .activation)
    start = try container.decodeIfPresent(Start.self, forKey: .start) ?? .fanIn
  }
}
