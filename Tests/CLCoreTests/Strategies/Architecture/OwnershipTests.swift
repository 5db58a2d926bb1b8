import CLCore
import Testing

@Suite("Who owns which weight")
struct OwnershipTests {
  private static let network = MLP(inputs: 4, hidden: [3], outputs: 4)

  private static func fresh() -> Ownership {
    Ownership(network.layout, outputsOfTask: [0..<2, 2..<4])
  }

  @Test(
    "at first: matrices nobody's, biases the first task's, a head's weights their output's task's")
  func beginning() {
    // 4·3 weights, 3 biases, and for each of 3 units and the bias the outputs 0, 1 and 2, 3.
    var expected = [UInt8](repeating: 0, count: 12)
    expected += [1, 1, 1]
    for _ in 0..<4 { expected += [1, 1, 2, 2] }
    #expect(Self.fresh().owners == expected)
  }

  @Test("pruning takes the least magnitudes, sets them to 0, and leaves other owners alone")
  func pruning() {
    var ownership = Self.fresh()
    ownership.claim(for: 1)
    let layout = Self.network.layout
    // Magnitudes 1 … 31, with signs in turn.
    var numbers: [Real] = []
    for i in 1...31 { numbers.append(i % 2 == 1 ? Real(i) : -Real(i)) }
    var theta = Tensor(numbers)
    ownership.prune(&theta, of: 1, keeping: [5], in: layout)
    // Of the matrix, 1 … 12, the last five stay; what is not of the matrix stays all.
    let owners: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    #expect(Array(ownership.owners.prefix(12)) == owners)
    for i in 0..<7 { numbers[i] = 0 }
    #expect(theta.values == numbers)

    ownership.claim(for: 2)
    theta.write { theta in for i in 0..<7 { theta[i] = Real(7 - i) } }
    ownership.prune(&theta, of: 2, keeping: [2], in: layout)
    let shared: [UInt8] = [2, 2, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    #expect(Array(ownership.owners.prefix(12)) == shared)
    #expect(ownership.held(by: 0, in: layout) == [5])
    #expect(ownership.held(by: 1, in: layout) == [5])
  }

  @Test("of equal magnitudes the later ones stay, so that the count is kept exactly")
  func ties() {
    var ownership = Self.fresh()
    ownership.claim(for: 1)
    var theta = Tensor(repeating: 0.5, [31])
    ownership.prune(&theta, of: 1, keeping: [4], in: Self.network.layout)
    #expect(ownership.held(by: 1, in: Self.network.layout) == [4])
    #expect(theta.values.prefix(12).count { $0 == 0 } == 8 && theta[8] == 0.5)
  }

  @Test("a mask holds 1 for the owners asked for")
  func masks() {
    let ownership = Self.fresh()
    #expect(ownership.mask(0...0).sum == 12)
    #expect(ownership.mask(1...1).sum == 3 + 8)
    #expect(ownership.mask(1...2).sum == 3 + 16)
    #expect(ownership.mask(0...2) == .ones([31]))
  }
}
