import CLCore
import Foundation
import Testing

/// What PyTorch computes for two small networks; `Tests/Golden/make.py` writes the file.
struct Golden: Decodable {
  struct Case: Decodable, Sendable, CustomStringConvertible {
    struct Steps: Decodable {
      let losses: [Double]
      let weights: [String: [Double]]
    }
    let activation: Activation
    let active: [Int]
    let inputs: [Double]
    let labels: [Int]
    let theta, vector: [Double]
    let loss: Double
    let gradient, hessianVector: [Double]
    let optimizers: [String: Steps]
    var description: String { activation.rawValue }
  }
  let sizes: [Int]
  let cases: [Case]

  static func load() throws -> Golden {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Golden/engine.json").standardized
    return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
  }
}

/// Agreement with PyTorch in float64, as a share of the vector's largest entry: the bound on what a
/// Float engine may be off.
@Suite("Golden vectors from PyTorch")
struct GoldenTests {
  #if DoublePrecision
    private let tolerance = 1e-10
  #else
    private let tolerance = 1e-5
  #endif

  @Test("Loss, gradient and Hessian-vector product agree")
  func derivatives() throws {
    let golden = try Golden.load()
    #expect(golden.cases.count == 2)
    for example in golden.cases {
      let loss = try self.loss(example, golden.sizes)
      let theta = Tensor(example.theta.map { Real($0) })
      let (value, slope) = valueAndGradient(at: theta, of: loss)
      expectClose(Tensor(value), vector([example.loss]).reshaped([]), tolerance)
      expectClose(slope, vector(example.gradient), tolerance)
      let product = gradient(at: theta) { theta in
        (gradient(at: theta, of: loss) * Variable(vector(example.vector))).sum
      }
      expectClose(product, vector(example.hessianVector), tolerance)
    }
  }

  @Test(
    "Ten steps agree",
    arguments: [
      SGD(rate: 0.1), Momentum(rate: 0.05, momentum: 0.9), AdaGrad(rate: 0.05),
      RMSProp(rate: 0.005), Adam(rate: 0.01),
    ] as [any Optimizer])
  func steps(_ fresh: any Optimizer) throws {
    let golden = try Golden.load()
    for example in golden.cases {
      let expected = try #require(example.optimizers[fresh.name])
      let loss = try self.loss(example, golden.sizes)
      var (optimizer, theta) = (fresh, Tensor(example.theta.map { Real($0) }))
      var losses: [Real] = []
      for step in 1...10 {
        let (value, slope) = valueAndGradient(at: theta, of: loss)
        losses.append(value)
        optimizer.step(&theta, slope)
        if let weights = expected.weights["\(step)"] {
          expectClose(theta, vector(weights), tolerance)
        }
      }
      #expect(Set(expected.weights.keys) == ["1", "2", "10"])
      expectClose(Tensor(losses), vector(expected.losses), tolerance)
    }
  }

  private func vector(_ numbers: [Double]) -> Tensor { Tensor(numbers.map { Real($0) }) }

  private func loss(_ example: Golden.Case, _ sizes: [Int]) throws -> (Variable) -> Variable {
    let (inputs, outputs) = (try #require(sizes.first), try #require(sizes.last))
    let network = MLP(
      inputs: inputs, hidden: Array(sizes.dropFirst().dropLast()), outputs: outputs,
      activation: example.activation)
    let x = Variable(vector(example.inputs).reshaped([example.labels.count, inputs]))
    let active = example.active[0]..<example.active[1]
    return { network(x, at: $0, task: nil).crossEntropy(example.labels, over: .range(active)) }
  }
}
