import CLCore
import Exercise

func answer(_ call: Call) throws -> Value {
  Value(try empiricalFisher(gradients: call.tensor(0)))
}
