import Foundation
import TestSupport
import Testing
import Theta

@Suite("Multi-layer perceptrons")
struct MLPTests {
  @Test("784-400-400-10 has 478,410 weights, and each layer (in + 1) · out")
  func count() {
    #expect(MLP(inputs: 784, hidden: [400, 400], outputs: 10).layout.count == 478_410)
    #expect(MLP(inputs: 5, hidden: [7, 6], outputs: 4).layout.count == 6 * 7 + 8 * 6 + 7 * 4)
    #expect(MLP(inputs: 3, hidden: [], outputs: 2).layout.count == 8)
  }

  @Test("Fresh weights and biases of a layer lie within 1/√inputs")
  func bounds() throws {
    let network = MLP(inputs: 16, hidden: [100], outputs: 50)
    var random = Random(seed: 1)
    let theta = network.layout.initial(&random)
    for (layer, bound) in [(try #require(network.hidden.first), 0.25), (network.head, 0.1)] {
      for slot in [layer.weight, layer.bias] {
        let largest = theta[slot].values.map(abs).max() ?? 0
        #expect(Double(largest) <= bound && Double(largest) > 0.9 * bound)
      }
    }
  }

  @Test(
    "The scores are what loops over layers, samples and units give", arguments: Activation.allCases)
  func forward(_ activation: Activation) {
    let network = MLP(inputs: 5, hidden: [7, 6], outputs: 4, activation: activation)
    var random = Random(seed: 2)
    let theta = network.layout.initial(&random)
    let x = random.tensor([3, 5])
    var place = 0
    var rows = (0..<3).map { x.rows($0..<$0 + 1).values.map { Double($0) } }
    var hidden: [[Double]] = []
    for (inputs, outputs) in [(5, 7), (7, 6), (6, 4)] {
      rows = rows.map { row in
        (0..<outputs).map { j in
          let bias = Double(theta[place + inputs * outputs + j])
          let s = (0..<inputs).reduce(bias) {
            $0 + row[$1] * Double(theta[place + $1 * outputs + j])
          }
          if outputs == 4 { return s }
          switch activation {
          case .relu: return max(s, 0)
          case .tanh: return tanh(s)
          case .sigmoid: return 1 / (1 + exp(-s))
          }
        }
      }
      place += (inputs + 1) * outputs
      if outputs == 6 { hidden = rows }
    }
    func tensor(_ rows: [[Double]]) -> Tensor {
      Tensor(rows.flatMap { $0.map { Real($0) } }, [3, rows[0].count])
    }
    let (input, weights) = (Variable(x), Variable(theta))
    expectClose(network(input, at: weights, task: nil).value, tensor(rows))
    expectClose(network.features(input, at: weights, task: 0).value, tensor(hidden))
  }

  @Test("Given other widths, its weights start as before: by Glorot's rule or within 1/√inputs")
  func widened() throws {
    for start in [MLP.Start.fanIn, .glorot] {
      let network = MLP(inputs: 5, hidden: [7], outputs: 4, activation: .tanh, start: start)
      let expected = MLP(inputs: 5, hidden: [9], outputs: 4, activation: .tanh, start: start)
      #expect(network.with(hidden: [9]) == expected)
    }
    let glorot = MLP(inputs: 5, hidden: [7], outputs: 4, start: .glorot).with(hidden: [9])
    #expect(glorot.layout.entries[1].initial == .constant(0))
  }

  @Test("Saved without how its weights start, a network comes back as one that starts by default")
  func withoutStart() throws {
    let network = MLP(inputs: 5, hidden: [7], outputs: 4)
    let saved = String(decoding: try JSONEncoder().encode(network), as: UTF8.self)
    let old = saved.replacing(/,"start":"fanIn"|"start":"fanIn",/, with: "")
    #expect(!old.contains("start"))
    #expect(try JSONDecoder().decode(MLP.self, from: Data(old.utf8)) == network)
  }

  @Test("A network comes back from its file")
  func coding() throws {
    let network = MLP(inputs: 5, hidden: [7, 6], outputs: 4, activation: .tanh)
    #expect(try JSONDecoder().decode(MLP.self, from: JSONEncoder().encode(network)) == network)
  }
}
