import CLCore
import Foundation
import Lessons

/// The folder of a run: `config.json`, for each seed `seed-k.json`, `seed-k.machine.json` and
/// `seed-k.safetensors` (the weights at the end), or if it diverged `seed-k.diverged.json`; `log.csv`; and while a seed
/// is under way its `seed-k.checkpoint`.
package struct RunFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// The protocol's file.
  package var configFile: String { path + "/config.json" }
  /// The rows of all seeds.
  package var logFile: String { path + "/log.csv" }
  package func record(_ seed: UInt64) -> String { path + "/seed-\(seed).json" }
  package func machine(_ seed: UInt64) -> String { path + "/seed-\(seed).machine.json" }
  package func weights(_ seed: UInt64) -> String { path + "/seed-\(seed).safetensors" }
  package func checkpoint(_ seed: UInt64) -> String { path + "/seed-\(seed).checkpoint" }

  /// The protocol that it holds; `nil` when it holds none.
  ///
  /// - Throws: `ValidationError` when the protocol cannot be read.
  package func config() throws -> RunConfig? {
    FileManager.default.fileExists(atPath: configFile) ? try RunConfig(file: configFile) : nil
  }

  /// This folder, or if it is no run itself, those in it that are, as far down as a folder of runs of several
  /// methods has them.
  ///
  /// - Throws: `RunFolderError.notARun` when there is none.
  package func runs() throws(RunFolderError) -> [RunFolder] {
    let found = runs(levels: 2)
    guard !found.isEmpty else { throw .notARun(folder: path) }
    return found
  }

  private func runs(levels: Int) -> [RunFolder] {
    let files = FileManager.default
    if files.fileExists(atPath: configFile) { return [self] }
    guard levels > 0, let names = try? files.contentsOfDirectory(atPath: path) else { return [] }
    return names.sorted().flatMap { RunFolder(path + "/" + $0).runs(levels: levels - 1) }
  }

  /// Makes the folder, takes it, and writes the protocol or sees that it holds the same one. More seeds of
  /// the same protocol may come; those that are there stay.
  ///
  /// - Throws: `RunFolderError` and, when its protocol cannot be read, `ValidationError`; nothing is then
  ///   changed.
  package func take(for config: RunConfig) throws -> FolderLock {
    try make()
    let lock = try FolderLock(path)
    var whole = config
    if let earlier = try self.config() {
      whole.seeds = earlier.seeds + config.seeds.filter { !earlier.seeds.contains($0) }
      let parts = try whole.differences(from: earlier).filter { $0 != "seeds" }
      guard parts.isEmpty else {
        throw RunFolderError.otherProtocol(folder: path, parts: parts)
      }
      if whole.seeds == earlier.seeds { return lock }
    }
    try WholeFile.write(try whole.json() + Data("\n".utf8), to: configFile)
    return lock
  }

  /// Makes the folder if it is not there.
  ///
  /// - Throws: `RunFolderError.cannotWrite`.
  func make() throws(RunFolderError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, reason: error.systemNumber ?? EACCES)
    }
  }

  /// What came of a seed; `nil` when it has not come to its end.
  ///
  /// - Throws: `RunFolderError.newer` or `.damaged`.
  package func read(_ seed: UInt64) throws(RunFolderError) -> SeedRecord? {
    let path = record(seed)
    guard let text = FileManager.default.contents(atPath: path) else { return nil }
    return try RunFolderError.reading(path, json: text) {
      try RecordFormat.check(text, newest: SeedRecord.newestFormat, path: path)
      return try JSONDecoder().decode(SeedRecord.self, from: text)
    }
  }
}

/// What every format of a record has, however new it is.
struct RecordFormat: Decodable {
  private let format: Int

  /// Asked before anything else is read: a newer record may be another shape, and is not damaged for that.
  static func check(_ record: Data, newest: Int, path: String) throws {
    let format = try JSONDecoder().decode(Self.self, from: record).format
    guard format <= newest else {
      throw RunFolderError.newer(path: path, format: format, newest: newest)
    }
  }
}
