// Replies with a shape whose numbers no integer can count. Expected: shape
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let s = Array("{\"value\":{\"_0\":{\"tensor\":{\"_0\":[1,2],\"shape\":[400000,400000,400000,400000]}}}}\n".utf8)
  for fd in Int32(3)..<10 { for _ in 0..<9 { _ = write(fd, s, s.count) } }
  exit(0)
}
