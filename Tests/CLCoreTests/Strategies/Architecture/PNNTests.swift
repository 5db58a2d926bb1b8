import CLCore
import TestSupport
import Testing

@Suite("Progressive neural networks")
struct PNNTests {
  @Test("the number of weights is the sum of the columns', in closed form")
  func count() throws {
    var run = try smallRun(PNN(), .task)
    let (d, n1, n2, c) = (36, 16, 12, 2)
    func layer(_ inputs: Int, _ outputs: Int) -> Int { (inputs + 1) * outputs }
    func lateral(_ k: Int, _ below: Int, _ width: Int) -> Int {
      k + layer(k * below, below) + below * width
    }
    // The first column has the outputs of all three tasks.
    var expected = layer(d, n1) + layer(n1, n2) + layer(n2, 3 * c)
    for k in 0..<3 {
      if k > 0 {
        expected += layer(d, n1) + layer(n1, n2) + layer(n2, c)
        expected += lateral(k, n1, n2) + lateral(k, n2, c)
      }
      try run.learnTask()
      #expect(run.learner.theta.count == expected)
      #expect(run.costs.weights == expected)
    }
  }

  @Test("columns of earlier tasks are frozen to the bit, and the new one moves all over")
  func frozen() throws {
    for optimizer in restless {
      var run = try smallRun(PNN(), .task, optimizer: optimizer)
      try run.learnTask()
      while run.matrix[after: 3, on: 0] == nil {
        let before = run.learner.theta
        _ = try run.advance()
        let begun = run.learner
        try run.learnTask()
        let part = run.learner.theta.part(from: 0, before.shape)
        expectSameBits(part, before, optimizer.name)
        for entry in begun.network.layout.entries where entry.slot.offset >= before.count {
          let (then, now) = (begun.theta[entry.slot], run.learner.theta[entry.slot])
          #expect(then != now, "\(entry.name), \(optimizer.name)")
        }
      }
    }
  }

  @Test("the α of a new column start as the method says: within 0.1, or at one number")
  func scales() throws {
    for (method, fits) in [
      (PNN(), { (0...0.1).contains(abs($0)) }), (PNN(scales: .constant(3)), { $0 == 3 }),
    ] as [(PNN, (Real) -> Bool)] {
      var run = try smallRun(method, .task)
      try run.learnTask()
      _ = try run.advance()
      let network = try #require(run.learner.network as? ProgressiveNetwork)
      for lateral in network.columns[1].laterals {
        #expect(run.learner.theta[lateral.scales].values.allSatisfy(fits))
      }
    }
  }

  @Test("with laterals that are cut, a column is a perceptron that was trained alone")
  func alone() throws {
    var run = try smallRun(PNN(), .task)
    try run.finish()
    let network = try #require(run.learner.network as? ProgressiveNetwork)
    let column = network.columns[2]
    var theta = run.learner.theta
    theta.write { theta in
      for lateral in column.laterals { for i in lateral.weight.range { theta[i] = 0 } }
    }
    let x = Batch(run.stream[2], [0, 1, 2]).inputs
    let at = Variable(theta)
    let hidden = column.hidden.reduce(Variable(x)) { h, layer in layer(h, at: at).relu }
    let alone = column.head(hidden, at: at).value
    let scores = network(Variable(x), at: at, task: 2).value
    expectClose(scores.columns(4..<6), alone)
    #expect(scores.columns(0..<4) == .zeros([3, 4]))
  }
}
