import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(try empiricalFisher(gradients: call.tensor(0)))
}
