import CLCore
import Foundation
import Testing

@Suite("Which column feeds which layer")
struct PNNSensitivityTests {
  /// Two tasks learnt by columns with one hidden layer of 5 units, tanh.
  private static func learnt() throws -> Run {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .task, seed: 1)
    let network = MLP(inputs: 36, hidden: [5], outputs: 6, activation: .tanh)
    let learner = Learner(network, Adam(rate: 0.01), for: stream, seed: 1)
    var run = try Run(
      PNN(), learner, on: stream, Training(iterations: 30, batchSize: 16), seed: 1)
    try run.learnTask()
    try run.learnTask()
    return run
  }

  @Test("agrees with the Fisher information of the normalised units, worked out unit by unit")
  func byHand() throws {
    let run = try Self.learnt()
    let network = try #require(run.learner.network as? ProgressiveNetwork)
    let theta = run.learner.theta
    let (first, second) = (network.columns[0], network.columns[1])
    let lateral = second.laterals[0]
    let drawn = run.learner.samples(of: run.stream[1], 20)
    let x = Batch(drawn, Array(0..<20), task: 1).inputs
    func hidden(_ layer: Linear) -> [[Double]] {
      let h = layer(Variable(x), at: Variable(theta)).hyperbolicTangent.value
      return (0..<20).map { n in (0..<5).map { Double(h[n, $0]) } }
    }
    func weight(_ slot: Slot, _ i: Int, _ j: Int) -> Double { Double(theta[slot][i, j]) }
    let features = [hidden(first.hidden[0]), hidden(second.hidden[0])]
    let scale = Double(theta[lateral.scales][0])

    var information = [[Double]](repeating: [0, 0, 0, 0, 0], count: 2)
    for n in 0..<20 {
      let adapted = (0..<5).map { a in
        tanh(
          (0..<5).reduce(Double(theta[lateral.adapter.bias][a])) {
            $0 + scale * features[0][n][$1] * weight(lateral.adapter.weight, $1, a)
          })
      }
      let scores = (0..<2).map { y in
        (0..<5).reduce(Double(theta[second.head.bias][y])) {
          $0 + features[1][n][$1] * weight(second.head.weight, $1, y)
            + adapted[$1] * weight(lateral.weight, $1, y)
        }
      }
      let p1 = 1 / (1 + exp(scores[0] - scores[1]))
      for m in 0..<5 {
        // ∂ score / ∂ unit m, in each column; then Σ_y p_y (∂ log p_y)² = p₀ p₁ (∂s₁ − ∂s₀)².
        let own = (0..<2).map { weight(second.head.weight, m, $0) }
        let other = (0..<2).map { y in
          (0..<5).reduce(0.0) {
            $0 + scale * weight(lateral.adapter.weight, m, $1) * (1 - adapted[$1] * adapted[$1])
              * weight(lateral.weight, $1, y)
          }
        }
        for (column, slope) in [other, own].enumerated() {
          information[column][m] += p1 * (1 - p1) * pow(slope[1] - slope[0], 2)
        }
      }
    }
    let totals = (0..<2).map { column in
      (0..<5).reduce(0.0) { sum, m in
        let values = (0..<20).map { features[column][$0][m] }
        let mean = values.reduce(0, +) / 20
        return sum + information[column][m] * values.reduce(0) { $0 + pow($1 - mean, 2) } / 20
      }
    }
    let shares = run.learner.columnSensitivity(of: run.stream[1], samples: 20)
    #expect(shares.count == 1 && shares[0].count == 2)
    for column in 0..<2 {
      let expected = totals[column] / (totals[0] + totals[1])
      #expect(
        abs(shares[0][column] - expected) < (MemoryLayout<Real>.size == 8 ? 1e-10 : 1e-4))
    }
  }

  @Test("shares of a layer sum to 1; a column whose way to the scores is cut has none")
  func cut() throws {
    var run = try smallRun(PNN(), .task)
    try run.finish()
    let network = try #require(run.learner.network as? ProgressiveNetwork)
    let whole = run.learner.columnSensitivity(of: run.stream[2])
    #expect(whole.count == 2)
    for shares in whole {
      #expect(shares.count == 3 && shares.allSatisfy { $0 > 0 })
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    }
    func cut(_ slots: [Slot]) -> [[Double]] {
      var learner = run.learner
      learner.theta.write { theta in
        for slot in slots { for i in slot.range { theta[i] = 0 } }
      }
      return learner.columnSensitivity(of: run.stream[2])
    }
    // Without laterals only the own column matters; without its own weights only the others.
    #expect(cut(network.columns[2].laterals.map(\.weight)) == [[0, 0, 1], [0, 0, 1]])
    let others = cut([network.columns[2].hidden[1].weight, network.columns[2].head.weight])
    #expect(others.allSatisfy { $0[2] == 0 && $0[0] > 0 && $0[1] > 0 })
  }

  @Test("the first column is its own only source")
  func first() throws {
    let run = try Self.learnt()
    #expect(run.learner.columnSensitivity(of: run.stream[0]) == [[1]])
  }
}
