import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(
    try frozenStep(
      theta: call.tensor(0), gradient: call.tensor(1), velocity: call.tensor(2),
      mask: call.tensor(3), rate: call.number(4), momentum: call.number(5),
      decay: call.number(6)))
}
