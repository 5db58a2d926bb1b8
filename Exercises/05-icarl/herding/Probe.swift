import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(try herding(features: call.tensor(0), count: call.integer(1)))
}
