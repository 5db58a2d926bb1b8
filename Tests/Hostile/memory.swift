// 100 GB of memory. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  var all: [[UInt8]] = []
  for _ in 0..<100 { all.append([UInt8](repeating: 1, count: 1 << 30)) }
  return weights
}
