// Leaves a process behind. Expected: wrong broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let p = Process(); p.executableURL = URL(fileURLWithPath: "/bin/sh"); p.arguments = ["-c", "setsid sleep 1000 & sleep 1000"]; try p.run()
  return weights
}
