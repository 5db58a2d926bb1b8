import CLCore
import TestSupport

/// Small tasks, and networks for them, on which methods that learn to learn are tried.
enum SmallTasks {
  /// Tasks of regression with chance inputs and targets: nothing is special about them.
  static func values(
    _ tasks: Int, support: Int = 5, query: Int = 4, inputs: Int = 2, seed: UInt64 = 1
  ) -> Episodes {
    var random = Random(seed: seed, "small tasks")
    func examples(_ n: Int) -> Examples {
      Examples(
        inputs: random.tensor([tasks, n, inputs]), targets: .values(random.tensor([tasks, n, 1])))
    }
    let support = examples(support)
    return Episodes(support: support, query: examples(query))
  }

  /// Tasks of classification with chance inputs and labels.
  static func labels(_ tasks: Int, classes: Int = 3) -> Episodes {
    var random = Random(seed: 2, "small tasks")
    func examples(_ n: Int) -> Examples {
      Examples(
        inputs: random.tensor([tasks, n, 2]),
        targets: .labels((0..<tasks * n).map { _ in random.below(classes) }))
    }
    let support = examples(6)
    return Episodes(support: support, query: examples(3))
  }

  /// A smooth network for them.
  static func learner(outputs: Int = 1, optimizer: any Optimizer = SGD(rate: 0.1)) -> Learner {
    Learner(
      MLP(inputs: 2, hidden: [4, 3], outputs: outputs, activation: .tanh), optimizer, seed: 5)
  }

  /// A linear network, whose mean squared error is a quadratic.
  static let linear = Learner(MLP(inputs: 2, hidden: [], outputs: 1), SGD(rate: 0.1), seed: 7)
}

/// The mean squared error of a linear network on one task as what it is: ½ θᵀHθ − bᵀθ + c.
struct QuadraticLoss {
  private let rows: [[Double]]
  private let targets: [Double]

  /// The loss of task number `task`; θ holds the weights, then the bias.
  init(_ examples: Examples, task: Int) {
    guard case .values(let values) = examples.targets else { fatalError("not of regression") }
    let (n, size) = (examples.perTask, examples.inputs.shape[2])
    rows = (task * n..<(task + 1) * n).map { row in
      (0..<size).map { Double(examples.inputs[row * size + $0]) } + [1]
    }
    targets = (task * n..<(task + 1) * n).map { Double(values[$0]) }
  }

  /// H v = 2/n XᵀX v
  func hessian(times v: [Double]) -> [Double] {
    slope(v, [Double](repeating: 0, count: rows.count))
  }

  /// ∇L(θ) = 2/n Xᵀ(Xθ − y)
  func gradient(_ theta: [Double]) -> [Double] { slope(theta, targets) }

  private func slope(_ theta: [Double], _ targets: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: theta.count)
    for (row, target) in zip(rows, targets) {
      let away = zip(row, theta).reduce(-target) { $0 + $1.0 * $1.1 }
      for i in sum.indices { sum[i] += 2 * away * row[i] / Double(rows.count) }
    }
    return sum
  }
}
