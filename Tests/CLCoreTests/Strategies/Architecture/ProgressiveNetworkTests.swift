import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Progressive networks")
struct ProgressiveNetworkTests {
  /// Three columns 5-4-3, the first with all 6 outputs, the others with 2 each.
  private static let network = ProgressiveNetwork(
    MLP(inputs: 5, hidden: [4, 3], outputs: 6, activation: .tanh)
  ).addingColumn(outputs: 2..<4).addingColumn(outputs: 4..<6)

  private static func theta() -> Tensor {
    var random = Random(seed: 3)
    return network.layout.initial(&random)
  }

  @Test("a column's scores are equation 2, worked out unit by unit")
  func forward() {
    let (network, theta) = (Self.network, Self.theta())
    var random = Random(seed: 4)
    let x = random.tensor([1, 5])
    func times(_ h: [Double], _ slot: Slot) -> [Double] {
      (0..<slot.shape[1]).map { j in
        h.indices.reduce(0.0) { $0 + h[$1] * Double(theta[slot][$1, j]) }
      }
    }
    func plus(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }
    func numbers(_ slot: Slot) -> [Double] { theta[slot].values.map { Double($0) } }
    var found: [[[Double]]] = []
    for (k, column) in network.columns.enumerated() {
      var h = x.values.map { Double($0) }
      var layers: [[Double]] = []
      for (i, layer) in (column.hidden + [column.head]).enumerated() {
        var sum = plus(times(h, layer.weight), numbers(layer.bias))
        if k > 0 && i > 0 {
          let lateral = column.laterals[i - 1]
          let scales = numbers(lateral.scales)
          let features = (0..<k).flatMap { j in found[j][i - 1].map { scales[j] * $0 } }
          let adapted = plus(times(features, lateral.adapter.weight), numbers(lateral.adapter.bias))
          sum = plus(sum, times(adapted.map(tanh), lateral.weight))
        }
        h = i < 2 ? sum.map(tanh) : sum
        layers.append(h)
      }
      found.append(layers)
      let scores = network(Variable(x), at: Variable(theta), task: k).value
      let expected = (0..<6).map {
        column.outputs.contains($0) ? h[$0 - column.outputs.lowerBound] : 0
      }
      expectClose(scores, Tensor(expected.map { Real($0) }, [1, 6]))
      let features = network.features(Variable(x), at: Variable(theta), task: k).value
      expectClose(features, Tensor(layers[1].map { Real($0) }, [1, 3]))
    }
  }

  @Test("the gradient reaches a column's own weights as differences say, and no earlier column's")
  func slope() {
    let (network, theta) = (Self.network, Self.theta())
    var random = Random(seed: 5)
    let x = random.tensor([7, 5])
    let labels = (0..<7).map { 4 + $0 % 2 }
    func loss(_ theta: Variable) -> Variable {
      network(Variable(x), at: theta, task: 2).crossEntropy(labels, over: .range(4..<6))
    }
    let slope = gradient(at: theta, of: loss)
    let own = network.columns[2].hidden[0].weight.offset
    #expect(slope.values.prefix(own).allSatisfy { $0 == 0 })
    #expect(slope.values.dropFirst(own).allSatisfy { $0 != 0 })
    let isDouble = MemoryLayout<Real>.size == 8
    for _ in 0..<5 {
      var direction = random.tensor(theta.shape)
      direction.write { for i in 0..<own { $0[i] = 0 } }
      let step: Real = isDouble ? 1e-5 : 1e-2
      let rise =
        loss(Variable(theta + step * direction)).value.scalar
        - loss(Variable(theta - step * direction)).value.scalar
      let expected = 2 * step * slope.dot(direction)
      #expect(abs(rise - expected) <= (isDouble ? 1e-7 : 2e-2) * max(abs(expected), step))
    }
  }

  @Test("every weight that leads into an output is of a head, whatever its column")
  func heads() throws {
    let network = Self.network
    let x = Variable(.ones([1, 5]))
    for (task, column) in network.columns.enumerated() {
      for output in column.outputs {
        // Moved one by one, the weights of this head into this output move it and no other output.
        for entry in network.layout.entries where entry.role == .head {
          for i in entry.slot.range {
            var theta = Self.theta()
            let before = network(x, at: Variable(theta), task: task).value
            theta[i] += 1
            let after = network(x, at: Variable(theta), task: task).value
            let moved = (0..<6).filter { before[0, $0] != after[0, $0] }
            let own = entry.firstOutput + (i - entry.slot.offset) % entry.slot.shape[-1]
            #expect(moved.isEmpty || moved == [own], "\(entry.name), output \(output)")
          }
        }
      }
    }
    let heads: [String] = network.layout.entries.filter { $0.role == .head }.map(\.name)
    let expected: [String] = [
      "head.weight", "head.bias", "column2.head.weight", "column2.head.bias",
      "column2.head.lateral",
      "column3.head.weight", "column3.head.bias", "column3.head.lateral",
    ]
    #expect(heads == expected)
  }

  @Test("saved before weights had roles, it learns which are its heads'")
  func withoutRoles() throws {
    let saved = String(decoding: try JSONEncoder().encode(Self.network), as: UTF8.self)
    let old = saved.replacing(/,"role":"\w+"|"role":"\w+",/, with: "")
      .replacing(/,"firstOutput":\d+|"firstOutput":\d+,/, with: "")
    #expect(!old.contains("role") && !old.contains("firstOutput"))
    #expect(try JSONDecoder().decode(ProgressiveNetwork.self, from: Data(old.utf8)) == Self.network)
  }

  @Test("features of a task without a column are refused by name")
  func refused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let network = ProgressiveNetwork(MLP(inputs: 2, hidden: [2], outputs: 2))
      let theta = Tensor.zeros([network.layout.count])
      _ = network.features(Variable(.zeros([1, 2])), at: Variable(theta), task: 1)
    }
    expect(result, says: ["task 1", "no column"])
  }

  @Test("a task without a column scores 0, and a network comes back from its file")
  func edges() throws {
    let network = Self.network
    let scores = network(Variable(.ones([2, 5])), at: Variable(Self.theta()), task: 3).value
    #expect(scores == .zeros([2, 6]))
    let saved = try JSONEncoder().encode(network)
    #expect(try JSONDecoder().decode(ProgressiveNetwork.self, from: saved) == network)
  }
}
