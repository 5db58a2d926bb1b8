import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(Tensor(try step()))
}
