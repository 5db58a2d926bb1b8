import CLCore
import Exercise

/// A task for a network of one layer, tanh(x θ): its losses are curved, and differently at each θ.
struct CurvedTask {
  /// One sample a row, [6, 3].
  let inputs: Tensor
  /// [6, 1]
  let targets: Tensor

  init(_ random: inout Random) {
    inputs = random.tensor([6, 3])
    targets = random.uniform([6, 1], in: -1...1)
  }

  /// Inputs and targets, as probes take them.
  var values: [Value] { [Value(inputs), Value(targets)] }

  /// The mean squared error at θ [3, 1].
  func loss(_ theta: Variable) -> Variable {
    (Variable.product(Variable(inputs), theta).hyperbolicTangent - Variable(targets)).squared.mean
  }

  func slope(_ theta: Tensor) -> Tensor { gradient(at: theta, of: loss) }

  /// θ after steps of gradient descent.
  func adapted(_ theta: Tensor, _ rate: Real, steps: Int) -> Tensor {
    (0..<steps).reduce(theta) { theta, _ in theta - rate * slope(theta) }
  }

  /// H u at θ, by the gradient of ⟨∇L, u⟩.
  func curved(_ u: Tensor, at theta: Tensor) -> Tensor {
    gradient(at: theta) { (gradient(at: $0, of: loss) * Variable(u)).sum }
  }
}
