import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let (value, gradient) = try penalty(
    theta: call.tensor(0), optimum: call.tensor(1), fisher: call.tensor(2), lambda: call.number(3))
  return call.function == "value" ? Value(value) : Value(gradient)
}
