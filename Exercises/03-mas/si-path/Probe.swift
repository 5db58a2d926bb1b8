import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  Value(try path(thetas: call.tensors(0), slopes: call.tensors(1), pulls: call.tensors(2)))
}
