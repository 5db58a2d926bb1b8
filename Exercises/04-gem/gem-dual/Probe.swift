import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let (a, b) = try dual(
    gradient: call.tensor(0), old: call.tensor(1), margin: call.number(2))
  return call.function == "A" ? Value(a) : Value(b)
}
