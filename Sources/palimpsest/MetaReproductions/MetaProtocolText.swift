import Foundation
import Lessons

extension MetaReproduction {
  /// Every part of the protocol in words.
  package var protocolParts: [ProtocolPart] {
    [
      ("paper", paper),
      (
        "tasks",
        "y = A sin(x − φ), A in \(family.amplitudes.text), φ in \(family.phases.text), x in "
          + family.domain.text + "; the oracle is given A and φ as inputs"
      ),
      (
        "network",
        "MLP \(([family.inputs] + hidden + [1]).map(String.init).joined(separator: "-")), ReLU; "
          + "weights and biases start uniform within 1/√(inputs of the layer)"
      ),
      (
        "training",
        "\(training.iterations) steps of Adam (0.001) on \(training.tasks) tasks of "
          + "\(training.support) support and \(training.query) query samples"
      ),
      (
        "test",
        "\(test.tasks) new tasks, adapted on \(test.support) samples by gradient descent with rate "
          + "\(test.rate), judged on \(test.query) others: mean squared error"
      ),
      (
        "diverged",
        "a task with an error above \(test.bound), the mean square of the largest sinusoid, and above "
          + "what it was before the first step; counted, and left out of the mean"
      ),
      ("seeds", seeds.seedText + "; all that is drawn comes from the seed"),
    ].map { ProtocolPart(part: $0, text: $1) }
  }

  /// The protocol as it stands above the results.
  package func heading(width: Int) -> [String] { [name] + protocolParts.lines(width: width) }

  /// What `reproduce` without a name says of it.
  package var listing: [String] {
    let runs = entries.count * seeds.count
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let time = ProgressLine.duration(Double(runs) * secondsPerRun / Double(cores))
    return [
      name, "  \(summary)", "  \(paper)",
      "  \(entries.count) methods × \(seeds.count) seeds: about \(time) on \(cores) cores", "",
    ]
  }
}

extension ClosedRange<Double> {
  /// `[0.10, 5.00]`
  fileprivate var text: String { "[\(lowerBound.hundredths), \(upperBound.hundredths)]" }
}
