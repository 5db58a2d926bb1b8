import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let measures = try measures(call.tensor(0))
  switch call.function {
  case "ACC": return Value(measures.acc)
  case "BWT": return Value(measures.bwt)
  default: return Value(measures.fwt)
  }
}
