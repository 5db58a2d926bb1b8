import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(
    try step(
      gradient: call.tensor(0), old: call.tensor(1), prices: call.tensor(2),
      margin: call.number(3)))
}
