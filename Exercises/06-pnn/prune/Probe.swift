import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let (theta, owners) = try prune(
    theta: call.tensor(0), owners: call.integers(1), task: call.integer(2), share: call.number(3))
  return call.function == "theta" ? Value(theta) : Value(owners)
}
