import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let (any, each) = try opposed(gradients: call.tensor(0), old: call.tensor(1))
  return call.function == "each" ? Value(each) : Value(any)
}
