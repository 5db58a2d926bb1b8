import CLCore
import Testing

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

  @Test("An optimiser whose moments belong to a smaller network")
  func moments() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var optimizer = Adam()
      var (small, large) = (Tensor.zeros([3]), Tensor.zeros([5000]))
      optimizer.step(&small, .ones([3]))
      optimizer.step(&large, .ones([5000]))
    }
    expect(result, says: ["Adam", "[3]", "[5000]", "carry"])
  }

  @Test("A well whose steepness and centre are of different length")
  func well() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var well = Quadratic(weight: .ones([5000]), centre: .zeros([5000]))
      well.centre = .zeros([3])
      var gradient = Tensor.zeros([5000])
      _ = well.add(to: &gradient, at: .zeros([5000]))
    }
    expect(result, says: ["5000 steepnesses", "3 centres"])
  }

  @Test("A batch with fewer labels than inputs")
  func batch() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Batch(inputs: .zeros([4, 9]), labels: [0, 1], task: 0)
    }
    expect(result, says: ["[4, 9]", "2 labels"])
  }

  @Test("A batch that belongs to no task")
  func batchWithoutTasks() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Batch(inputs: .zeros([0, 9]), labels: [], tasks: [])
    }
    expect(result, says: ["[0, 9]", "0 labels", "0 tasks"])
  }
}
