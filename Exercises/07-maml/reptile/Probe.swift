import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let samples = try call.tensors(1)
  /// The mean squared error of tanh(x θ).
  let tasks: [(Variable) -> Variable] = (0..<samples.count / 2).map { i in
    { theta in
      let outputs = Variable.product(Variable(samples[2 * i]), theta).hyperbolicTangent
      return (outputs - Variable(samples[2 * i + 1])).squared.mean
    }
  }
  return Value(
    try reptile(
      theta: call.tensor(0), tasks: tasks, steps: call.integer(2), rate: call.number(3),
      epsilon: call.number(4)))
}
