import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(try shrink(incoming: call.tensor(0), gamma: call.number(1)))
}
