import CLCore
import Foundation

/// A network whose scores betray what it was told: the outputs of an even number win, or those of an
/// odd one where the task's number is odd.
struct Telltale: Network {
  let layout = Layout()
  let inputs = 36
  let outputs: Int

  private enum CodingKeys: String, CodingKey { case outputs }

  func features(_ x: Variable, at theta: Variable, task: Int?) -> Variable { x }

  func callAsFunction(_ x: Variable, at theta: Variable, task: Int?) -> Variable {
    let row = (0..<outputs).map { Real(($0 + (task ?? 0) + 1) % 2) }
    return Variable(Tensor(row).broadcast(to: [x.shape[0], outputs]))
  }
}

/// Fine-tuning that takes 10 ms before a task, after it, and for each test.
struct Sleeper: Strategy {
  let name = "sleeper"

  private enum CodingKeys: CodingKey {}

  private func sleep() { Thread.sleep(forTimeInterval: 0.01) }

  func willLearn(_ task: Experience, _ learner: inout Learner) { sleep() }

  func didLearn(_ task: Experience, _ learner: inout Learner) { sleep() }

  func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    sleep()
    return learner.scores(x, task: task)
  }
}

/// Fine-tuning that says that each task's steps take a pass more than those of the task before.
struct Dearer: Strategy {
  private var tasks = 0

  var name: String { "dearer" }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) { tasks += 1 }

  var passesPerStep: Int { 4 + tasks }
}
