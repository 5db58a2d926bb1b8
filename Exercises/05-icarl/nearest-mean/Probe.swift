import Exercise
import Theta

func answer(_ call: Call) throws -> Value {
  let (means, answers) = try nearestMean(
    exemplars: call.tensor(0), labels: call.integers(1), classes: call.integer(2),
    features: call.tensor(3))
  return call.function == "means" ? Value(means) : Value(answers)
}
