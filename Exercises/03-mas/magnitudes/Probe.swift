import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let omegas = try omegas()
  return Value(Tensor(call.function == "per sample" ? omegas.perSample : omegas.ofMean))
}
