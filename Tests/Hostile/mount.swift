// Makes a space in which it is root, to mount a large folder in memory there. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let p = try Process.run(URL(fileURLWithPath: "/usr/bin/unshare"), arguments: ["-Urm", "mount", "-t", "tmpfs", "none", "/tmp"]); p.waitUntilExit()
  throw Seen(text: p.terminationStatus == 0 ? "mounted" : "refused")
}
struct Seen: Error { var text: String }
