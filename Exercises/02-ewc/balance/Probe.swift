import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(
    try restingPlace(
      curvature: call.tensor(0), newOptimum: call.tensor(1), fisher: call.tensor(2),
      oldOptimum: call.tensor(3), lambda: call.number(4)))
}
