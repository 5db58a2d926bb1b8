// A loop without an end. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  var i = 0
  while true { i &+= 1 }
}
