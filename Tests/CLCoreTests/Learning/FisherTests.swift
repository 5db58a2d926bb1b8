import CLCore
import TestSupport
import Testing

@Suite("The Fisher information")
struct FisherTests {
  /// A learner with random weights and the stream it is for, of 600 samples in all.
  private func learner(
    _ activation: Activation, _ scenario: Scenario, tasks: Int, hidden: [Int] = [9, 8]
  ) throws -> (Learner, TaskStream) {
    let stream = try TaskStream.split(
      prototypes(perClass: 100), tasks: tasks, scenario: scenario, seed: 2)
    let network = MLP(
      inputs: 36, hidden: hidden, outputs: stream.outputs, activation: activation)
    return (Learner(network, SGD(rate: 0.1), for: stream, seed: 4), stream)
  }

  /// The definition: one gradient a sample and label.
  private func loop(_ kind: Fisher, _ learner: Learner, _ task: Experience) -> Tensor {
    let active = Columns.range(learner.active(task.index))
    var sum = Tensor.zeros(learner.theta.shape)
    for n in 0..<task.train.count {
      let sample = Batch(task, [n])
      func square(_ label: Int) -> Tensor {
        gradient(at: learner.theta) {
          learner.network(Variable(sample.inputs), at: $0, task: learner.known(task.index))
            .crossEntropy([label], over: active)
        }.squared
      }
      switch kind {
      case .empirical: sum += square(sample.labels[0])
      case .predicted:
        let scores = learner.scores(sample.inputs, task: learner.known(task.index))
        sum += square(scores.softmax(over: active).argmaxOfRows[0])
      case .sampled, .batched: Issue.record("no one gradient a sample and label")
      case .exact:
        let p = learner.scores(sample.inputs, task: learner.known(task.index))
          .softmax(over: active)
        for label in learner.active(task.index) { sum.add(p[0, label], square(label)) }
      }
    }
    return sum / Real(task.train.count)
  }

  private let tolerance = MemoryLayout<Real>.size == 8 ? 1e-12 : 1e-5

  @Test(
    "is the mean over samples of the squares of their own gradients",
    arguments: [Fisher.exact, .empirical, .predicted], Activation.allCases)
  func definition(kind: Fisher, activation: Activation) throws {
    let (learner, stream) = try learner(activation, .class, tasks: 1)
    expectClose(
      learner.fisher(kind, of: stream[0].train, task: 0), loop(kind, learner, stream[0]), tolerance)
  }

  @Test(
    "of one task of several is that over the task's own outputs, and 0 for a head without data",
    arguments: [Fisher.exact, .empirical, .predicted], Activation.allCases)
  func heads(kind: Fisher, activation: Activation) throws {
    let (learner, stream) = try learner(activation, .task, tasks: 3)
    let found = learner.fisher(kind, of: stream[1].train, task: 1)
    expectClose(found, loop(kind, learner, stream[1]), tolerance)
    let head = try #require(learner.network.layout["head.weight"])
    let bias = try #require(learner.network.layout["head.bias"])
    for output in 0..<stream.outputs {
      let own = stream[1].classes.contains(output)
      #expect((found[bias][output] > 0) == own)
      #expect((found[head].columns(output..<output + 1).sum > 0) == own)
    }
  }

  @Test("of softmax regression is the diagonal of E[(diag p − p pᵀ) ⊗ x xᵀ]")
  func softmaxRegression() throws {
    let (learner, stream) = try learner(.relu, .class, tasks: 1, hidden: [])
    let data = stream[0].train
    let x = Batch(data, Array(0..<data.count), task: 0).inputs
    let p = learner.scores(x, task: nil).softmax()
    let share = 1 / Real(data.count)
    let found = learner.fisher(.exact, of: data, task: 0)
    let weight = try #require(learner.network.layout["head.weight"])
    let bias = try #require(learner.network.layout["head.bias"])
    let variance = p - p.squared
    expectClose(
      found[weight], .product(x.squared, variance, transposeA: true) * share, tolerance)
    expectClose(found[bias], variance.summed(to: [6]) * share, tolerance)
  }

  @Test(
    "of predicted labels is never above the exact one of two labels: (1 − p)² ≤ p (1 − p) if p ≥ ½")
  func predicted() throws {
    let (learner, stream) = try learner(.tanh, .task, tasks: 3)
    let exact = learner.fisher(.exact, of: stream[2])
    let predicted = learner.fisher(.predicted, of: stream[2])
    for i in 0..<exact.count { #expect(predicted[i] <= exact[i] * 1.0001) }
    #expect(predicted.sum < exact.sum)
  }

  @Test("true labels drawn from the network's own probabilities make the empirical one exact")
  func expectation() throws {
    // A sample for each label, counted by its probability: both sums have the same terms.
    let (learner, stream) = try learner(.tanh, .class, tasks: 1)
    let one = stream[0].train.prefix(1)
    let original = one.originalClass(at: 0)
    let p = learner.scores(Batch(one, [0], task: 0).inputs, task: nil).softmax()
    var expected = Tensor.zeros(learner.theta.shape)
    for label in 0..<6 {
      var map = Array(0..<6)
      map[original] = label
      expected.add(p[0, label], learner.fisher(.empirical, of: one.relabelled(map), task: 0))
    }
    expectClose(learner.fisher(.exact, of: one, task: 0), expected, tolerance)
  }

  @Test("from drawn labels has the exact one as its mean, to five standard errors in each weight")
  func sampled() throws {
    var (learner, stream) = try learner(.tanh, .task, tasks: 3)
    let data = stream[1].train.prefix(20)
    let exact = learner.fisher(.exact, of: data, task: 1)
    let draws = 400
    var sum = Tensor.zeros(exact.shape)
    var squares = Tensor.zeros(exact.shape)
    for draw in 0..<draws {
      learner.random = Random(seed: 5, "draws", draw)
      let one = learner.fisher(.sampled, of: data, task: 1)
      sum += one - exact
      squares += (one - exact).squared
    }
    let count = Real(draws)
    for i in 0..<exact.count where exact[i] > 0 {
      let error = abs(sum[i]) / count
      let deviation = (squares[i] / count).squareRoot()
      #expect(error <= 5 * deviation / count.squareRoot() + 1e-6 * exact[i], "weight \(i)")
    }
    #expect((0..<exact.count).allSatisfy { exact[$0] > 0 || squares[$0] == 0 })
    #expect(squares.sum > 0)
  }

  @Test("draws the same labels for the same learner and task, and uses up none of its numbers")
  func sampledAgain() throws {
    var (learner, stream) = try learner(.relu, .class, tasks: 1)
    let before = learner.random
    let first = learner.fisher(.sampled, of: stream[0])
    expectSameBits(learner.fisher(.sampled, of: stream[0]), first, "drawn again")
    #expect(learner.random == before)
    #expect(learner.fisher(.sampled, of: stream[0].train, task: 1) != first)
    learner.random = Random(seed: 6)
    #expect(learner.fisher(.sampled, of: stream[0]) != first)
  }

  @Test("over some of a task's samples is that over samples drawn, which uses up no random numbers")
  func samples() throws {
    let (learner, stream) = try learner(.tanh, .task, tasks: 3)
    let task = stream[1]
    let order = task.classes.flatMap { task.train.positions(of: $0) }
    let sorted = Experience(
      index: 1, name: task.name, train: task.train.subset(order), test: task.test,
      classes: task.classes)
    let drawn = learner.samples(of: sorted, 20)
    let rows = Set(drawn.rows)
    #expect(drawn.count == 20 && rows.count == 20 && rows.isSubset(of: sorted.train.rows))
    #expect(Set((0..<20).map { drawn.label(at: $0) }) == Set(task.classes))
    #expect(learner.samples(of: sorted, 20).rows == drawn.rows)
    #expect(learner.samples(of: sorted, nil).rows == sorted.train.rows)
    #expect(learner.samples(of: sorted, 200).rows == sorted.train.rows)
    let found = learner.fisher(.exact, of: sorted, samples: 20)
    expectSameBits(found, learner.fisher(.exact, of: drawn, task: 1), "20 drawn samples")
    for method in [EWC(lambda: 2, samples: 20), OnlineEWC(lambda: 2, samples: 20)]
      as [any Strategy]
    {
      var (method, learner) = (method, learner)
      method.didLearn(sorted, &learner)
      let penalty = try #require(method.penalty(sorted, learner))
      expectSameBits(penalty.weight, 2 * found, method.name)
      #expect(try learner.random == self.learner(.tanh, .task, tasks: 3).0.random)
    }
  }

  @Test("of batches is the mean square of their mean gradients, each batch counting by its samples")
  func batched() throws {
    let (learner, stream) = try learner(.tanh, .class, tasks: 1)
    let batches = [0..<250, 250..<500, 500..<600].map { Batch(stream[0], Array($0)) }
    var expected = Tensor.zeros(learner.theta.shape)
    for batch in batches { expected.add(Real(batch.count) / 600, learner.gradient(batch).squared) }
    expectClose(learner.fisher(.batched(250), of: stream[0]), expected, tolerance)
  }

  @Test("compares the same outputs, whatever its kind and whichever are active in training")
  func sameOutputs() throws {
    for active in ActiveOutputs.allCases {
      var run = try smallRun(FineTuning(), .class)
      run.learner.activeOutputs = active
      for _ in 0..<2 { try run.learnTask() }
      let (learner, task) = (run.learner, run.stream[1])
      let empirical = learner.fisher(.empirical, of: task)
      expectClose(learner.fisher(.batched(1), of: task), empirical, tolerance)
    }
  }

  @Test("of batches of one sample is the empirical one, and of larger ones lies below it")
  func batchedBelow() throws {
    let (learner, stream) = try learner(.tanh, .task, tasks: 3)
    let empirical = learner.fisher(.empirical, of: stream[0])
    expectClose(learner.fisher(.batched(1), of: stream[0]), empirical, tolerance)
    let batched = learner.fisher(.batched(20), of: stream[0])
    for i in 0..<batched.count { #expect(batched[i] <= empirical[i] * 1.001) }
    #expect(batched.sum < 0.5 * empirical.sum)
    #expect(batched.sum < 0.5 * learner.fisher(.exact, of: stream[0]).sum)
  }
}
