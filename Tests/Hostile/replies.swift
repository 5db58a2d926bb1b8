// 10 GB to every file that might be the one of the replies. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let line = [UInt8](repeating: 120, count: 1 << 20)
  for _ in 0..<10240 { for fd in Int32(3)..<20 { _ = write(fd, line, line.count) } }
  return weights
}
