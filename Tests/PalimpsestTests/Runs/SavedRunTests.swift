import CLCore
import Foundation
import Testing
import palimpsest

@Suite("A run that is saved between two steps")
struct SavedRunTests {
  private let images: LabelledImages

  init() throws { images = try smallGlyphs() }

  /// A run of a protocol after so many events.
  private func begun(_ config: RunConfig, events: Int) throws -> Run {
    let stream = try config.experiment.makeStream(images, seed: 0)
    let network = MLP(inputs: stream.inputSize, hidden: config.hidden, outputs: stream.outputs)
    let learner = Learner(network, try config.experiment.makeOptimizer(), for: stream, seed: 0)
    var run = try Run(try config.strategy(), learner, on: stream, config.training, seed: 0)
    for _ in 0..<events { _ = try run.advance() }
    return run
  }

  private func file(_ run: Run) throws -> Data {
    try SavedRun(config: .crc32(7), curve: [], checkpoint: run.checkpoint, resumed: 0).file()
  }

  @Test("θ and all that a method remembers stand in the file as tensors of their own shapes")
  func tensors() throws {
    let config = try #require(try smallProtocols().first { $0.method == "si" })
    let run = try begun(config, events: 10)
    let tensors = try Safetensors(file: file(run)).tensors
    let theta = try #require(tensors["checkpoint.learner.theta"])
    #expect(theta.shape == [run.learner.theta.count])
    #expect(theta.bytes == run.learner.theta.read { Data(buffer: $0) })
    #expect(tensors.keys.contains { $0.hasPrefix("checkpoint.strategy") })
    #expect(tensors.keys.contains { $0.hasPrefix("checkpoint.learner.optimizer") })
    let text = try #require(try Safetensors(file: file(run)).metadata["state"])
    #expect(text.count < 20_000, "numbers were left in the JSON")
  }

  @Test(
    "A file that was cut off, or changed in any one byte of a sample of them, is refused as damaged"
  )
  func edited() throws {
    let config = try #require(try smallProtocols().first { $0.method == "gem" })
    let file = try file(begun(config, events: 9))
    for length in stride(from: 0, to: file.count, by: max(1, file.count / 40)) {
      #expect(throws: RunFolderError.self) {
        try SavedRun(file: file.prefix(length), path: "seed-0.checkpoint")
      }
    }
    let step = max(1, file.count / 120)
    for place in stride(from: 9, to: file.count, by: step) {
      var edited = file
      edited[place] ^= 1
      // Spaces of the header say nothing.
      if edited[place] == 0x20 || file[place] == 0x20 { continue }
      #expect(throws: RunFolderError.self, "byte \(place)") {
        try SavedRun(file: edited, path: "seed-0.checkpoint")
      }
    }
  }

  @Test("A file of a newer version is refused as such, and one of tensors alone as no checkpoint")
  func others() throws {
    let config = try #require(try smallProtocols().first)
    var file = try Safetensors(file: file(begun(config, events: 2)))
    file.metadata["palimpsest-checkpoint"] = "9"
    let newer = try file.file()
    #expect(throws: RunFolderError.newer(path: "x", format: 9, newest: 2)) {
      try SavedRun(file: newer, path: "x")
    }
    file.metadata["palimpsest-checkpoint"] = "1"
    let older = try file.file()
    #expect(throws: RunFolderError.older(path: "x", format: 1, newest: 2)) {
      try SavedRun(file: older, path: "x")
    }
    let weights = try begun(config, events: 2).learner.weightsFile()
    #expect(throws: RunFolderError.damaged(path: "x", how: "it is no checkpoint of palimpsest")) {
      try SavedRun(file: weights, path: "x")
    }
  }

  @Test("The weights at the end stand under their names, in their shapes, and make up θ")
  func weights() throws {
    let config = try #require(try smallProtocols().first { $0.method == "pnn" })
    var run = try begun(config, events: 0)
    try run.finish()
    let file = try Safetensors(file: run.learner.weightsFile())
    #expect(file.tensors["hidden1.weight"]?.shape == [784, 6])
    #expect(file.tensors.keys.contains { $0.hasPrefix("column2.") })
    let numbers = file.tensors.values.reduce(0) { $0 + $1.shape.reduce(1, *) }
    #expect(numbers == run.learner.theta.count)
  }
}
