import CLCore
import TestSupport
import Testing

/// A mistake in a program ends it with a message that names what does not fit.
@Suite("Mistakes in learning are named where they are made")
struct MisuseTests {
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
