// 10 GB of output. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let line = String(repeating: "x", count: 1 << 20)
  for _ in 0..<10240 { print(line) }
  return weights
}
