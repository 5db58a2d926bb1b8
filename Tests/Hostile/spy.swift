// Reads another student's work and lists what there is: the message holds what it saw. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let all = (try? String(contentsOfFile: "/tmp/palimpsest-hostile/class/right/02-ewc/fisher.swift", encoding: .utf8)) ?? "nothing"
  let listed = (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
  throw Leak(text: all + " /tmp: \(listed)" + " root: \((try? FileManager.default.contentsOfDirectory(atPath: "/")) ?? [])")
}
struct Leak: Error { var text: String }
