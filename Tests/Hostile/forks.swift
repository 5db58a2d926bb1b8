// Processes without end. Expected: broken
import Theta
import Exercise
import Foundation
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  while true { let p = Process(); p.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]); p.standardInput = FileHandle(forReadingAtPath: "/dev/zero"); try? p.run() }
}
