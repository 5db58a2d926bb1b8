import CLCore
import Exercise

func answer(_ call: Call) throws -> Value {
  Value(Tensor(try step()))
}
