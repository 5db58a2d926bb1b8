import TestSupport
import Testing
import Theta

/// A mistake in a program ends it with a message that names the operation and both shapes.
@Suite("Mistakes are named where they are made")
struct MisuseTests {
  @Test("Adding shapes that do not fit")
  func addition() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Variable(.zeros([2, 3])) + Variable(.zeros([3, 2]))
    }
    expect(result, says: ["+", "[2, 3]", "[3, 2]"])
  }

  @Test("A product of a matrix and a vector")
  func product() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.product(.zeros([2, 3]), .zeros([3]), transposeB: true)
    }
    expect(result, says: ["product", "[2, 3]", "[3]ᵀ"])
  }

  @Test("A target [n] for predictions [n, 1]")
  func target() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Variable(.zeros([4, 1])).meanSquaredError(Variable(.zeros([4])))
    }
    expect(result, says: ["mean squared error", "[4, 1]", "[4]"])
  }

  @Test("Active outputs that the scores do not have")
  func active() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Variable(.zeros([2, 3])).crossEntropy([3, 4], over: .range(3..<5))
    }
    expect(result, says: ["active outputs 3..<5", "[2, 3]"])
  }
}
