import CLCore
import TestSupport
import Testing

@Suite("Reptile")
struct ReptileTests {
  @Test("moves θ by ε towards the mean of where the tasks' own descents lead")
  func definition() throws {
    let episodes = SmallTasks.values(3, support: 4, query: 4)
    var learner = SmallTasks.learner(optimizer: SGD(rate: 0.25))
    let start = learner.theta
    var mean = Tensor.zeros(start.shape)
    // A batch's samples are drawn: in the order of the task they could all be of one class.
    var random = learner.random
    let order = random.permutation(8)
    let all = episodes.support.joining(episodes.query)
    guard case .values(let targets) = all.targets else { return }
    for task in 0..<3 {
      var phi = start
      for step in 0..<5 {
        // Places 0–2 of the order, then 3–5, then 0–2 again: the last two of eight are too few.
        let rows = order[step % 2 * 3..<step % 2 * 3 + 3].map { task * 8 + $0 }
        let x = Tensor(rows.flatMap { [all.inputs[2 * $0], all.inputs[2 * $0 + 1]] }, [3, 2])
        let y = Tensor(rows.map { targets[$0] }, [3, 1])
        let slope = gradient(at: phi) { phi in
          learner.network(Variable(x), at: phi, task: nil).meanSquaredError(Variable(y))
        }
        phi.add(-0.1, slope)
      }
      mean.add(1 / 3, phi)
    }
    let method = Reptile(rate: 0.1, steps: 5, batch: 3)
    learner.step(method.lossAndGradient(episodes, &learner).gradient)
    expectClose(learner.theta - start, 0.25 * (mean - start), 1e-4)
    #expect((learner.theta - start).norm > 1e-3)
    #expect(learner.random == random)
  }

  @Test("takes all of a task's samples at once without a draw")
  func whole() {
    var learner = SmallTasks.learner()
    let random = learner.random
    _ = Reptile().lossAndGradient(SmallTasks.values(3), &learner)
    #expect(learner.random == random)
  }

  @Test("of no inner steps is refused")
  func misused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Reptile(steps: -1)
    }
    expect(result, says: ["inner steps", "-1"])
  }
}
