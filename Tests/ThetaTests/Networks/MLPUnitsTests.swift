import TestSupport
import Testing
import Theta

@Suite("Units of a perceptron")
struct MLPUnitsTests {
  private static let network = MLP(inputs: 3, hidden: [4, 3], outputs: 4)

  /// A θ that is 0 but for these weights: layer (2 is the head), unit below, unit.
  private static func theta(_ edges: [(layer: Int, from: Int, to: Int)]) -> Tensor {
    var theta = Tensor.zeros([network.layout.count])
    for edge in edges {
      let layer = (network.hidden + [network.head])[edge.layer]
      theta[layer.weight.offset + edge.from * layer.bias.shape.count + edge.to] = 0.5
    }
    return theta
  }

  @Test("behind an output are those from which nonzero weights lead there, and only those")
  func behind() {
    let theta = Self.theta([
      // Output 2 hangs on unit 1 of the second layer, that on 0 and 3 of the first, those on inputs 2 and 0.
      (2, 1, 2), (1, 0, 1), (1, 3, 1), (0, 2, 0), (0, 0, 3),
      // Output 0 on another unit; and a unit that leads nowhere.
      (2, 2, 0), (1, 2, 2), (0, 1, 2), (0, 1, 1), (1, 1, 0),
    ])
    #expect(Self.network.unitsBehind(2..<4, at: theta) == [[0, 2], [0, 3], [1]])
    #expect(Self.network.unitsBehind(0..<1, at: theta) == [[1], [2], [2]])
    #expect(Self.network.unitsBehind(0..<4, at: theta) == [[0, 1, 2], [0, 2, 3], [1, 2]])
    #expect(Self.network.unitsBehind(3..<4, at: theta) == [[], [], []])
  }

  @Test("a mask of units holds the weights between them, their biases, and nothing else")
  func mask() {
    let mask = Self.network.mask(of: [[0, 2], [0, 3], [1]], outputs: 2..<4)
    // 2·2 + 2·1 + 1·2 weights and 2 + 1 + 2 biases.
    #expect(mask.sum == 13)
    let first = mask[Self.network.hidden[0].weight]
    #expect([first[0, 0], first[0, 3], first[2, 0], first[2, 3]] == [1, 1, 1, 1])
    #expect(mask[Self.network.hidden[0].bias] == Tensor([1, 0, 0, 1]))
    #expect(mask[Self.network.head.bias] == Tensor([0, 0, 1, 1]))
  }

  @Test("in another order, units compute the same; a unit listed twice counts twice")
  func selecting() {
    var random = Random(seed: 1)
    let network = Self.network
    let theta = network.layout.initial(&random)
    let x = Variable(random.tensor([5, 3]))
    let before = network(x, at: Variable(theta), task: nil).value

    let (turned, itsTheta) = network.selecting([[3, 1, 0, 2], [2, 0, 1]], of: theta)
    expectClose(turned(x, at: Variable(itsTheta), task: nil).value, before)

    // Unit 1 of the last layer twice, with what leaves it halved: the same again.
    let (double, twice) = network.selecting([[0, 1, 2, 3], [0, 1, 2, 1]], of: theta)
    var halved = twice
    halved.write { theta in
      for row in [1, 3] { for j in 0..<4 { theta[double.head.weight.offset + row * 4 + j] /= 2 } }
    }
    expectClose(double(x, at: Variable(halved), task: nil).value, before)
    #expect(double.widths == [4, 4])
  }
}
