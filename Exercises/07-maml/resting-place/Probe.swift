import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(
    try restingPlace(
      curvatures: call.tensor(0), solutions: call.tensor(1), alpha: call.number(2),
      steps: call.integer(3)))
}
