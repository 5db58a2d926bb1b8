// Processes that take 800 MB each, which is within what one of them may. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let all = try (0..<4).map { _ in try Process.run(URL(fileURLWithPath: "/usr/bin/dd"), arguments: ["if=/dev/zero", "of=/dev/null", "bs=800M", "count=100000"]) }
  all.forEach { $0.waitUntilExit() }
  throw Seen(text: "all have ended")
}
struct Seen: Error { var text: String }
