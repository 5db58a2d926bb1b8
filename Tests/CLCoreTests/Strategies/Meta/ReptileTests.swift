import CLCore
import Testing

@Suite("Reptile")
struct ReptileTests {
  @Test("moves θ by ε towards the mean of where the tasks' own descents lead")
  func definition() throws {
    let episodes = SmallTasks.values(3, support: 4, query: 4)
    var learner = SmallTasks.learner(optimizer: SGD(rate: 0.25))
    let start = learner.theta
    var mean = Tensor.zeros(start.shape)
    let all = episodes.support.joining(episodes.query)
    guard case .values(let targets) = all.targets else { return }
    for task in 0..<3 {
      var phi = start
      for step in 0..<5 {
        // Samples 0–2, then 3–5, then 0–2 again: the last two of eight are too few.
        let first = task * 8 + step % 2 * 3
        let x = all.inputs.reshaped([24, 2]).rows(first..<first + 3)
        let y = targets.reshaped([24, 1]).rows(first..<first + 3)
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
  }

  @Test("with one inner step is pretraining, its rate times ε")
  func oneStep() {
    let episodes = SmallTasks.values(3)
    var learner = SmallTasks.learner()
    var pretraining = Pretraining()
    let slope = pretraining.lossAndGradient(episodes, &learner).gradient
    let found = Reptile(rate: 0.5, steps: 1).lossAndGradient(episodes, &learner).gradient
    expectClose(found, 0.5 * slope, 1e-5)
  }
}
