// Looks for solutions, open files, variables and other programs. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  let places = FileManager.default.enumerator(atPath: "/")?.compactMap { $0 as? String }.filter { $0.hasSuffix("Solution.swift") || $0.hasSuffix("FisherCheck.swift") } ?? []
  let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
  let others = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { Int($0) != nil }
  let numbers = open.compactMap { Int($0) }.sorted().map { "\($0)" }.joined(separator: " ")
  throw Seen(text: "solutions: \(places.count), open: \(numbers), processes: \(others), variables: \(ProcessInfo.processInfo.environment.keys.sorted()), user: \(getuid()) \(geteuid())")
}
struct Seen: Error { var text: String }
