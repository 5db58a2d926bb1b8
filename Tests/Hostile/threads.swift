// Threads without end: more than it may have are refused. Expected: broken wrong
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  for _ in 0..<100000 { let t = Thread { while true { } }; t.start() }
  return weights
}
