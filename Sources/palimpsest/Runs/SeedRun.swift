import CLCore
import Foundation
import Lessons

/// One seed of a protocol in a folder: begun, or taken up where it was left.
package struct SeedRun: Sendable {
  package let config: RunConfig
  package let seed: UInt64
  package let folder: RunFolder
  package let images: LabelledImages
  /// After how many seconds of work the run is saved; 0 is after every step.
  package let saveEvery: Double
  /// How many threads its arithmetic may have. Results do not depend on it.
  package let threads: Int
  /// Whether a seed that diverged earlier is trained again.
  package let retriesDiverged: Bool

  package init(
    _ config: RunConfig, seed: UInt64, in folder: RunFolder, images: LabelledImages,
    saveEvery: Double = 15, threads: Int = 1, retriesDiverged: Bool = false
  ) {
    self.config = config
    self.seed = seed
    self.folder = folder
    self.images = images
    self.saveEvery = saveEvery
    self.threads = threads
    self.retriesDiverged = retriesDiverged
  }

  /// Runs to the end, and returns what is then in the folder. A seed that is there already is only read.
  ///
  /// - Throws: `Divergence` when the seed diverges or did so earlier; `RunFolderError`, `RunError`, `StreamError`,
  ///   and `ValidationError` for an impossible protocol.
  package func result(_ progress: Meter) throws -> SeedRecord {
    if let record = try folder.read(seed) {
      guard try config.has(record.config) else {
        throw try changed(since: folder.record(seed), folder.partsInWeights(seed))
      }
      // A process killed between the two leaves a checkpoint of a run that has ended.
      try? FileManager.default.removeItem(atPath: folder.checkpoint(seed))
      return record
    }
    if let divergence = try folder.divergence(seed) {
      guard try config.has(divergence.config) else {
        throw try changed(since: folder.divergenceFile(seed), nil)
      }
      guard retriesDiverged else { throw divergence }
      try? FileManager.default.removeItem(atPath: folder.divergenceFile(seed))
    }
    do {
      return try Cores.$perProduct.withValue(threads) { try train(progress) }
    } catch RunError.diverged(_, let task, let step, let loss) {
      throw try keep(
        Divergence(
          seed: seed, config: config.fingerprint(), tasksLearnt: task, steps: step,
          lastFiniteLoss: loss.map(Double.init)))
    }
  }

  /// Writes that the seed diverged; with that it is done.
  private func keep(_ divergence: Divergence) throws -> Divergence {
    try WholeFile.write(try divergence.json() + Data("\n".utf8), to: folder.divergenceFile(seed))
    try? FileManager.default.removeItem(atPath: folder.checkpoint(seed))
    return divergence
  }

  private func train(_ progress: Meter) throws -> SeedRecord {
    let stream = try config.experiment.makeStream(images, seed: seed)
    let total = config.experiment.training.steps(on: stream)
    let fingerprint = try config.fingerprint()
    var (run, curve, resumed) = try begin(on: stream, fingerprint)
    run.countsPasses = true
    var saved = ContinuousClock.now
    while let event = try run.advance() {
      if case .stepped(let task, let step, let loss) = event {
        measure(run, task, step, loss, &curve)
        progress(run.stepsMade, of: total)
      }
      if (ContinuousClock.now - saved) / .seconds(1) >= saveEvery {
        try save(run, curve, fingerprint, resumed)
        saved = .now
      }
    }
    return try finish(run, curve, fingerprint, resumed)
  }

  /// The protocol is no longer the one that a file was written for, whose parts were these if they are known.
  private func changed(since file: String, _ parts: [String: String]?) throws -> RunFolderError {
    .protocolChanged(
      config: folder.configFile, file: file,
      parts: try parts.map { try config.changes(since: $0) } ?? [])
  }

  /// The run from its checkpoint, or from its beginning.
  private func begin(
    on stream: TaskStream, _ fingerprint: Fingerprint
  ) throws -> (Run, [CurvePoint], resumed: Int) {
    let path = folder.checkpoint(seed)
    if let file = FileManager.default.contents(atPath: path) {
      let saved = try SavedRun(file: file, path: path)
      guard saved.config == fingerprint else {
        throw try changed(since: path, saved.parts)
      }
      return (try Run(resuming: saved.checkpoint, on: stream), saved.curve, saved.resumed + 1)
    }
    return (try config.experiment.run(try config.strategy(), on: stream, seed: seed), [], 0)
  }

  private func measure(
    _ run: Run, _ task: Int, _ step: Int, _ loss: Real, _ curve: inout [CurvePoint]
  ) {
    guard let every = config.evaluateEvery, (step + 1) % every == 0 else { return }
    let accuracies = run.stream.prefix(task + 1).map {
      run.accuracy(on: $0, limit: config.evaluateOn ?? .max)
    }
    curve.append(
      CurvePoint(task: task, step: run.stepsMade, loss: Double(loss), accuracies: accuracies))
  }

  private func save(
    _ run: Run, _ curve: [CurvePoint], _ fingerprint: Fingerprint, _ resumed: Int
  ) throws {
    let saved = SavedRun(
      config: fingerprint, parts: try config.parts(), curve: curve, checkpoint: run.checkpoint,
      resumed: resumed)
    try WholeFile.write(try saved.file(), to: folder.checkpoint(seed))
  }

  /// Writes the results, the record last: with it the seed is done.
  private func finish(
    _ run: Run, _ curve: [CurvePoint], _ fingerprint: Fingerprint, _ resumed: Int
  ) throws -> SeedRecord {
    let record = SeedRecord(run, seed: seed, config: fingerprint, images: images, curve)
    let machine = MachineRecord(seconds: run.seconds, resumed: resumed, threads: threads)
    let line = Data("\n".utf8)
    try WholeFile.write(try run.weightsFile(config), to: folder.weights(seed))
    try WholeFile.write(try machine.json() + line, to: folder.machine(seed))
    try WholeFile.write(try record.json() + line, to: folder.record(seed))
    try? FileManager.default.removeItem(atPath: folder.checkpoint(seed))
    return record
  }
}
