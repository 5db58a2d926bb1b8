import Foundation
import Testing
import Theta

/// What PyTorch computes for two small networks; `Tests/Golden/make.py` writes the file.
package struct Golden: Decodable {
  package struct Case: Decodable, Sendable, CustomStringConvertible {
    package struct Steps: Decodable {
      package let losses: [Double]
      package let weights: [String: [Double]]
    }
    package let activation: Activation
    package let active: [Int]
    package let inputs: [Double]
    package let labels: [Int]
    package let theta, vector: [Double]
    package let loss: Double
    package let gradient, hessianVector: [Double]
    package let optimizers: [String: Steps]
    package var description: String { activation.rawValue }
  }
  package let sizes: [Int]
  package let cases: [Case]

  package static func load() throws -> Golden {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Golden/engine.json").standardized
    return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
  }

  /// The mean cross-entropy of a case's batch as a function of θ.
  package func loss(_ example: Case) throws -> (Variable) -> Variable {
    let (inputs, outputs) = (try #require(sizes.first), try #require(sizes.last))
    let network = MLP(
      inputs: inputs, hidden: Array(sizes.dropFirst().dropLast()), outputs: outputs,
      activation: example.activation)
    let x = Variable(Tensor(numbers: example.inputs).reshaped([example.labels.count, inputs]))
    let active = example.active[0]..<example.active[1]
    return { network(x, at: $0, task: nil).crossEntropy(example.labels, over: .range(active)) }
  }
}

extension Tensor {
  /// A vector of numbers that were written in double precision.
  package init(numbers: [Double]) { self.init(numbers.map { Real($0) }) }
}
