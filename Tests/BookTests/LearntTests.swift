import Book
import CLCore
import Testing

@Suite("What is left of a run")
struct LearntTests {
  @Test("holds how often each method that projects its gradient found it opposed")
  func violations() throws {
    let stream = try TaskStream.permuted(
      .glyphs(trainPerClass: 10, testPerClass: 2), tasks: 2, scenario: .domain, seed: 1)
    for method in [GEM(), AGEM(), SGEM()] as [any Projecting] {
      let network = MLP(inputs: stream.inputSize, hidden: [8], outputs: stream.outputs)
      let learner = Learner(network, SGD(rate: 0.1), for: stream, seed: 1)
      var run = try Run(
        method, learner, on: stream, Training(iterations: 20, batchSize: 8), seed: 1)
      try run.finish()
      let counted = try #require(run.strategy as? any Projecting).violations
      #expect(counted[1].steps == 20)
      #expect(Learnt(run).violations == counted, "\(method.name)")
    }
  }
}
