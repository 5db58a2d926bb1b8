// Crashes. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let a: [Int] = []
  return Tensor([Real(a[3])])
}
