import CLCore
import Foundation

/// What came of one seed, as `seed-k.json`: the same bits whenever, wherever and in how many pieces the run
/// was made. What differs from run to run is in ``MachineRecord``.
package struct SeedRecord: Sendable, Codable, Equatable {
  /// The version of this format.
  package static let newestFormat = 2
  package private(set) var format = newestFormat
  package let seed: UInt64
  /// What tells the protocol from others, its seeds aside.
  package let config: Fingerprint
  /// What the data set is called, and the CRC-32 of its images and labels.
  package let data: String
  package let trainChecksum: UInt32
  package let testChecksum: UInt32
  /// What tells the stream from others.
  package let streamChecksum: Fingerprint
  /// The type of the numbers: Float or Double.
  package let precision: String
  /// R, row 0 the untrained network.
  package let matrix: AccuracyMatrix
  /// What was measured in between.
  package let curve: [CurvePoint]
  package let steps: Int
  /// Numbers kept from task to task, θ among them.
  package let numbersKept: Int
  package let samplesKept: Int
  /// Numbers in a sample.
  package let sampleSize: Int
  /// Passes over θ in all steps.
  package let passes: Double?
  /// What the method has counted.
  package let counted: [String: Int]

  package init(
    _ run: Run, seed: UInt64, config: Fingerprint, images: LabelledImages, _ curve: [CurvePoint]
  ) {
    self.seed = seed
    self.config = config
    data = images.name
    trainChecksum = images.train.store.checksum
    testChecksum = images.test.store.checksum
    streamChecksum = .sha256(run.stream.fingerprint)
    precision = "\(Real.self)"
    matrix = run.matrix
    self.curve = curve
    steps = run.stepsMade
    let costs = run.costs
    numbersKept = costs.weights
    samplesKept = costs.samples
    sampleSize = run.stream.inputSize
    passes = costs.passes
    counted = run.strategy.counted
  }
}

/// What differs from run to run of the same seed, as `seed-k.machine.json`.
package struct MachineRecord: Sendable, Codable {
  /// Wall time of learning, tests not counted, over all sittings.
  package let seconds: Double
  /// When the run came to its end.
  package let ended: Date
  /// How often it was taken up again after an interruption.
  package let resumed: Int
  package let system: String
  package let cores: Int
  /// How many threads its arithmetic had.
  package let threads: Int
  /// The compiler's version.
  package let swift: String

  package init(seconds: Double, resumed: Int, threads: Int) {
    self.seconds = seconds
    self.resumed = resumed
    self.threads = threads
    ended = Date()
    system = ProcessInfo.processInfo.operatingSystemVersionString
    cores = ProcessInfo.processInfo.activeProcessorCount
    #if compiler(>=6.3)
      swift = "6.3 or later"
    #elseif compiler(>=6.2)
      swift = "6.2"
    #else
      swift = "6.1"
    #endif
  }
}
