// Replies with lists in lists in lists, and with one long list. Expected: shape broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let deep = "{\"value\":{\"_0\":" + String(repeating: "{\"list\":{\"_0\":[", count: 160) + "{\"number\":{\"_0\":1}}" + String(repeating: "]}}", count: 160) + "}}\n"
  let long = "{\"value\":{\"_0\":{\"list\":{\"_0\":[" + String(repeating: "{\"number\":{\"_0\":1}},", count: 45000) + "{\"number\":{\"_0\":1}}]}}}}\n"
  let deepest = String(repeating: "[", count: 100_000) + "\n"
  for text in [deep, long, deepest] { let s = Array(text.utf8); for fd in Int32(3)..<10 { _ = write(fd, s, s.count) } }
  exit(0)
}
