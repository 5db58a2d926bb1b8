import CLCore
import Foundation
import Synchronization

/// A network whose scores betray what it was told: the outputs of an even number win, or those of an
/// odd one where the task's number is odd.
struct Telltale: Network {
  let layout = Layout()
  let inputs = 36
  let outputs: Int

  private enum CodingKeys: String, CodingKey { case outputs }

  func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable { x }

  func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    let row = (0..<outputs).map { Real(($0 + (context.task ?? 0) + 1) % 2) }
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

/// Fine-tuning whose steps of each task make a pass over θ more than those of the task before.
struct Dearer: Strategy {
  private var tasks = 0

  var name: String { "dearer" }

  func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    for _ in 0..<tasks { _ = learner.theta.sum }
  }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) { tasks += 1 }
}

/// A perceptron that remembers the inputs of which it was asked the scores, not those of which it was asked
/// the features alone.
struct Recorder: Network {
  /// The inputs, one a row, however often each came.
  final class Inputs: Sendable {
    private let rows = Mutex<Set<[Real]>>([])

    /// The inputs since they were last taken.
    func take() -> Set<[Real]> {
      rows.withLock { rows in
        defer { rows = [] }
        return rows
      }
    }

    fileprivate func insert(_ row: [Real]) { rows.withLock { _ = $0.insert(row) } }
  }

  let perceptron: MLP
  let seen: Inputs

  init(_ perceptron: MLP) { (self.perceptron, seen) = (perceptron, Inputs()) }
  init(from decoder: any Decoder) throws { self.init(try MLP(from: decoder)) }
  func encode(to encoder: any Encoder) throws { try perceptron.encode(to: encoder) }

  var layout: Layout { perceptron.layout }
  var inputs: Int { perceptron.inputs }
  var outputs: Int { perceptron.outputs }

  func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    perceptron.features(x, at: theta, &context)
  }

  func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    for row in 0..<x.shape[0] { seen.insert(x.value.rows(row..<row + 1).values) }
    return perceptron(x, at: theta, &context)
  }
}
