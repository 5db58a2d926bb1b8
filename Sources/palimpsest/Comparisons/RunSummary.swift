import CLCore
import Foundation

/// What a folder of a run holds, read to be compared with others.
package struct RunSummary: Sendable {
  package let folder: RunFolder
  package let config: RunConfig
  /// The seeds that have finished; none where all diverged.
  package let records: [SeedRecord]
  /// The seeds that diverged.
  package let diverged: [Divergence]
  /// The seconds of each of them.
  package let seconds: [Double]

  /// - Throws: `RunFolderError` when there is no run or a file of it is damaged.
  package init(_ folder: RunFolder) throws {
    guard let config = try folder.config() else {
      throw RunFolderError.notARun(folder: folder.path)
    }
    self.folder = folder
    self.config = config
    records = try config.seeds.sorted().compactMap { try folder.read($0) }
    diverged = try config.seeds.sorted().compactMap { try folder.divergence($0) }
    guard !records.isEmpty || !diverged.isEmpty else {
      throw RunFolderError.notARun(folder: folder.path)
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    seconds = records.compactMap { record in
      FileManager.default.contents(atPath: folder.machine(record.seed))
        .flatMap { try? decoder.decode(MachineRecord.self, from: $0) }?.seconds
    }
  }

  package var seeds: [UInt64] { records.map(\.seed) }

  /// A measure of R over the seeds, in per cent or points; `nil` where it is not defined.
  package func percent(_ measure: (AccuracyMatrix) -> Double?) -> Statistics? {
    let values = records.compactMap { measure($0.matrix) }
    return values.count == records.count ? Statistics(values.map { 100 * $0 }) : nil
  }

  /// Seconds of learning; `nil` when a file of them is missing.
  package var time: Statistics? {
    seconds.count == records.count ? Statistics(seconds) : nil
  }

  /// Numbers kept from task to task, the kept samples' pixels among them.
  package var memory: Statistics {
    Statistics(records.map { Double($0.numbersKept + $0.samplesKept * $0.sampleSize) })
  }

  /// The mean of R over the seeds.
  package var meanMatrix: [[Double]] {
    let tasks = records[0].matrix.tasks
    return (0...tasks).map { row in
      (0..<tasks).map { column in
        let cells = records.compactMap { $0.matrix[after: row, on: column] }
        return cells.count == records.count ? cells.reduce(0, +) / Double(cells.count) : .nan
      }
    }
  }
}
