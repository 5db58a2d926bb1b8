import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(try prices(a: call.tensor(0), b: call.tensor(1)))
}
