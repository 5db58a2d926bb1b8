// Memory that belongs to no process: segments that are let go after writing, files without a name. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  var taken = 0
  for _ in 0..<40 {
    let id = shmget(key_t(0), 100_000_000, 0o1600)
    guard id >= 0, let at = shmat(id, nil, 0), Int(bitPattern: at) != -1 else { break }
    memset(at, 1, 100_000_000); shmdt(at); taken += 1
  }
  let unnamed = nameless()
  throw Seen(text: "\(taken) segments, \(unnamed >= 0 ? "an unnamed file" : "no unnamed file")")
}
func nameless() -> Int { let f = dlsym(nil, "memfd_create"); typealias Make = @convention(c) (UnsafePointer<CChar>, UInt32) -> Int32; return f.map { Int(unsafeBitCast($0, to: Make.self)("x", 0)) } ?? -1 }
struct Seen: Error { var text: String }
