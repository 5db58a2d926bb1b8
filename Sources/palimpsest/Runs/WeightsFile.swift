import CLCore
import Foundation

extension Learner {
  /// θ as a file of tensors, each weight under its name in the network, in its shape.
  package func weightsFile() throws -> Data { try weights().file() }

  fileprivate func weights() -> Safetensors {
    var file = Safetensors(metadata: ["network": "\(type(of: network))"])
    for entry in network.layout.entries {
      file.tensors[entry.name] = .init(theta[entry.slot])
    }
    return file
  }
}

extension Run {
  /// All that R was measured with, as a file of tensors: θ, and what the method answers with beside it (see
  /// `KeepsTensors`). In the metadata stand the protocol (`config`), the outputs of each task (`outputs`, such as
  /// `0-1 2-3`), which tensors are no part of θ (`beside`), how answers follow from them (`answers`), and if the
  /// method answers with something else, that this is missing (`missing`).
  package func weightsFile(_ config: RunConfig) throws -> Data {
    var file = learner.weights()
    var shared = config
    shared.seeds = []
    file.metadata["config"] = String(decoding: try shared.json(), as: UTF8.self)
    file.metadata["outputs"] = learner.outputsOfTask.map { "\($0.lowerBound)-\($0.upperBound - 1)" }
      .joined(separator: " ")
    file.metadata["answers"] = "The answer is the highest of the scores of the network."
    if let method = strategy as? any KeepsTensors {
      let kept = method.tensorsKept(learner)
      for (name, tensor) in kept { file.tensors[name] = .init(tensor) }
      file.metadata["beside"] = kept.keys.sorted().joined(separator: " ")
      file.metadata["answers"] = method.answerText
    } else if !answersWithNetworkAlone {
      file.metadata["answers"] = nil
      file.metadata["missing"] =
        "\(strategy.name) answers with more than this network: its accuracies cannot be worked out from this file."
    }
    return try file.file()
  }

  /// Whether the method's scores of some test samples of each task are those of the network: so it is for a method of
  /// which nothing is known but what it does.
  private var answersWithNetworkAlone: Bool {
    var method = strategy
    method.willTest(learner)
    return stream.allSatisfy { task in
      guard task.test.count > 0 else { return true }
      let batch = Batch(task.test, Array(0..<min(10, task.test.count)), task: task.index)
      let known = learner.known(task.index)
      return method.scores(batch.inputs, task: known, learner).values
        == learner.scores(batch.inputs, task: known).values
    }
  }
}

extension RunFolder {
  /// The parts of the protocol for which the weights of a seed were made; `nil` when that is not known.
  func partsInWeights(_ seed: UInt64) throws -> [String: String]? {
    guard let file = FileManager.default.contents(atPath: weights(seed)),
      let text = try? Safetensors(file: file).metadata["config"]
    else { return nil }
    return try? JSONDecoder().decode(RunConfig.self, from: Data(text.utf8)).parts()
  }
}

extension Safetensors.Entry {
  fileprivate init(_ tensor: Tensor) {
    self.init(
      type: MemoryLayout<Real>.size == 8 ? "F64" : "F32", shape: tensor.shape.axes,
      bytes: tensor.read { Data(buffer: $0) })
  }

  fileprivate init(_ tensor: KeptTensor) {
    switch tensor {
    case .numbers(let tensor): self.init(tensor)
    case .bytes(let bytes, let shape):
      self.init(type: "U8", shape: shape.axes, bytes: Data(bytes))
    }
  }
}
