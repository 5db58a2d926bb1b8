import CLCore
import Foundation

/// A seed whose loss or weights became infinite or NaN, as `seed-k.diverged.json`. That it diverges is a result:
/// the same protocol and seed would diverge again, so it is not trained again unless that is asked for.
package struct Divergence: Error, Sendable, Codable, Equatable, CustomStringConvertible {
  /// The version of this format.
  package static let newestFormat = 1
  package private(set) var format = newestFormat
  package let seed: UInt64
  /// What distinguishes the protocol from others, its seeds aside.
  package let config: Fingerprint
  /// How many tasks had been learnt; the next one was under way.
  package let tasksLearnt: Int
  /// Steps made in all before the one that diverged.
  package let steps: Int
  /// The last loss that was finite; `nil` when there was none.
  package let lastFiniteLoss: Double?

  package init(
    seed: UInt64, config: Fingerprint, tasksLearnt: Int, steps: Int, lastFiniteLoss: Double?
  ) {
    self.seed = seed
    self.config = config
    self.tasksLearnt = tasksLearnt
    self.steps = steps
    self.lastFiniteLoss = lastFiniteLoss
  }

  package var description: String { "seed \(seed) \(outcome)" }

  /// What became of the seed, in words; the task under way counts from 1.
  package var outcome: String { "diverged in task \(tasksLearnt + 1), after step \(steps)" }
}

extension RunFolder {
  /// The file of a seed that diverged.
  package func divergenceFile(_ seed: UInt64) -> String { path + "/seed-\(seed).diverged.json" }

  /// How a seed diverged; `nil` when it did not, or has not yet run.
  ///
  /// - Throws: `RunFolderError.newer` or `.damaged`.
  package func divergence(_ seed: UInt64) throws(RunFolderError) -> Divergence? {
    let path = divergenceFile(seed)
    guard let text = FileManager.default.contents(atPath: path) else { return nil }
    return try RunFolderError.reading(path, json: text) {
      try RecordFormat.check(text, newest: Divergence.newestFormat, path: path)
      return try JSONDecoder().decode(Divergence.self, from: text)
    }
  }
}

/// Some runs diverged; all others have finished.
package struct DivergedRuns: Error, CustomStringConvertible {
  package let jobs: [(job: RunSession.Job, divergence: Divergence)]
  /// How many runs there were.
  package let count: Int

  package var description: String {
    let lines = jobs.map { job, divergence in
      "  \(job.folder.path): \(job.config.method), \(divergence), with \(job.config.ownSettings)"
    }
    return """
      \(jobs.count) of \(count) runs diverged: the loss or a weight is no longer finite.
      \(lines.joined(separator: "\n"))
      All others have finished. The same command trains none of them again; with --retry-diverged it does those \
      that diverged. Try a smaller learning rate or a weaker penalty.
      """
  }
}

extension RunConfig {
  /// The settings of the method and of the optimiser that are not standard: `lambda=100 optimizer.rate=0.01`.
  package var ownSettings: String {
    func texts(
      _ settings: [String: SettingValue], _ standard: [String: SettingValue]?, _ prefix: String
    ) -> [String] {
      settings.filter { $0.value != standard?[$0.key] }.sorted { $0.key < $1.key }
        .map { "\(prefix)\($0.key)=\($0.value.text)" }
    }
    let mover = try? experiment.optimizerType()
    let own =
      texts(settings, try? methodType().completed([:]), "")
      + texts(experiment.optimizerSettings, try? mover?.completed([:]), "optimizer.")
    return own.isEmpty ? "standard settings" : own.joined(separator: " ")
  }
}
