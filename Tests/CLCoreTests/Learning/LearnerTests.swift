import CLCore
import Foundation
import Testing

@Suite("A learner")
struct LearnerTests {
  @Test("a well adds its slope to the gradient and gives its value: ½ Σ a (θ − c)²")
  func well() {
    let well = Quadratic(weight: Tensor([2, 0, 4]), centre: Tensor([1, 5, -1]))
    var gradient = Tensor([10, 20, 30])
    let value = well.add(to: &gradient, at: Tensor([3, 9, 0.5]))
    // ½ (2 · 2² + 0 + 4 · 1.5²) = 8.5; slopes 2 · 2, 0 and 4 · 1.5.
    #expect(value == 8.5)
    #expect(gradient == Tensor([14, 20, 36]))
  }

  @Test("grown into a wider network keeps its answers where the new weights are zero")
  func growth() throws {
    let run = try smallRun(FineTuning(), .class)
    var learner = run.learner
    let small = learner
    learner.grow(into: MLP(inputs: 36, hidden: [20, 15], outputs: 6))
    for (entry, old) in zip(learner.network.layout.entries, small.network.layout.entries) {
      let (rows, columns) = (old.slot.shape[0], old.slot.shape[-1])
      #expect(entry.name == old.name)
      guard old.slot.shape.rank == 2 else { continue }
      for (i, j) in [(0, 0), (rows - 1, columns - 1)] {
        #expect(learner.theta[entry.slot][i, j] == small.theta[old.slot][i, j], "\(entry.name)")
      }
    }
    #expect(learner.theta.count == learner.network.layout.count)
  }

  @Test("active outputs follow the scenario, and in the class-incremental one what has been seen")
  func active() throws {
    let told = try smallRun(FineTuning(), .task).learner
    #expect((0..<3).map { told.active($0) } == [0..<2, 2..<4, 4..<6])
    #expect(try smallRun(FineTuning(), .domain).learner.active(nil) == 0..<2)

    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .class)
    let network = MLP(inputs: 36, hidden: [4], outputs: 6)
    let learner = Learner(network, Adam(), for: stream, seed: 1, activeOutputs: .seen)
    var run = try Run(
      FineTuning(), learner, on: stream, Training(iterations: 1, batchSize: 2), seed: 1)
    var seen: [Range<Int>] = []
    while let event = try run.advance() {
      if case .began = event { seen.append(run.learner.active(nil)) }
    }
    #expect(seen == [0..<2, 0..<4, 0..<6])
  }

  @Test("with its own outputs active a task trains no other's, and yet is tested among all seen")
  func ownOutputs() throws {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .class)
    let network = MLP(inputs: 36, hidden: [4], outputs: 6)
    let learner = Learner(network, SGD(rate: 0.1), for: stream, seed: 1, activeOutputs: .own)
    var run = try Run(
      FineTuning(), learner, on: stream, Training(iterations: 2, batchSize: 4), seed: 1)
    try run.learnTask()
    let bias = try #require(network.layout["head.bias"])
    let before = run.learner.theta[bias]
    try run.learnTask()
    let after = run.learner.theta[bias]
    for output in 0..<6 { #expect((before[output] == after[output]) == !(2..<4).contains(output)) }
    #expect(run.learner.active(nil) == 0..<4)

    // A batch of both tasks has the gradient of its halves, each over its own outputs.
    let halves = (0..<2).map { Batch(stream[$0], [0, 1, 2]) }
    let both = run.learner.gradient(halves[0].replaying(halves[1]))
    let mean = Real(0.5) * (run.learner.gradient(halves[0]) + run.learner.gradient(halves[1]))
    #expect((both - mean).norm <= 1e-5 * mean.norm)
  }

  @Test("a mixed batch in the task-incremental scenario lets each sample's own outputs compete")
  func mixed() throws {
    let run = try smallRun(FineTuning(), .task)
    let (learner, stream) = (run.learner, run.stream)
    let first = Batch(stream[0], [0, 1, 2])
    let second = Batch(stream[2], [4, 5, 6])
    let both = Batch(mixing: [stream[0], stream[2]], [0, 1, 2, 80 + 4, 80 + 5, 80 + 6])
    #expect(both.tasks == [0, 0, 0, 2, 2, 2])
    let loss = { (batch: Batch) in
      learner.crossEntropy(batch, at: Variable(learner.theta)).value.scalar
    }
    #expect(abs(loss(both) - (loss(first) + loss(second)) / 2) < 1e-5)
  }

  @Test("of an unknown kind is refused with the kinds that are known")
  func unknownKind() throws {
    let learner = try smallRun(FineTuning(), .task).learner
    let text = String(decoding: try JSONEncoder().encode(learner), as: UTF8.self)
    let other = text.replacing("\"Theta.MLP\"", with: "\"ResNet\"")
    #expect {
      try JSONDecoder().decode(Learner.self, from: Data(other.utf8))
    } throws: { error in
      "\(error)".contains("ResNet is none of Theta.MLP")
    }
  }

  @Test("with a mask that does not fit its weights is refused when read")
  func damagedMask() throws {
    var learner = try smallRun(FineTuning(), .task).learner
    learner.trainable = .ones([3])
    let saved = try JSONEncoder().encode(learner)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Learner.self, from: saved) }
  }
}
