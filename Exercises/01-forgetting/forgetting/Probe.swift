import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(try forgetting(call.tensor(0)))
}
