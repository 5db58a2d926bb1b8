import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let samples = try call.tensors(1)
  /// The mean squared error of tanh(x θ).
  func loss(_ place: Int) -> (Variable) -> Variable {
    { theta in
      let outputs = Variable.product(Variable(samples[place]), theta).hyperbolicTangent
      return (outputs - Variable(samples[place + 1])).squared.mean
    }
  }
  let tasks = (0..<samples.count / 4).map {
    Task(support: loss(4 * $0), query: loss(4 * $0 + 2))
  }
  let (alpha, lambda) = (try call.number(2), try call.number(3))
  func value(_ theta: Variable) throws -> Variable {
    try lifelongLoss(theta: theta, tasks: tasks, alpha: alpha, lambda: lambda)
  }
  let theta = try call.tensor(0)
  return call.function == "gradient"
    ? Value(try gradient(at: theta) { try value($0) })
    : Value(try value(Variable(theta)).value.scalar)
}
