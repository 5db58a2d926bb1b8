import Foundation

/// The folder where a reproduction keeps what came of each run, a file a run: whoever stops it at any moment
/// and types the same command again makes only the runs that are not there.
package struct KeptResults: Sendable {
  package let folder: String
  private let lock: FolderLock

  /// Makes the folder and takes it for this process.
  ///
  /// - Throws: `RunFolderError` when it cannot be written to, or another process is at it.
  package init(_ folder: String) throws(RunFolderError) {
    try RunFolder(folder).make()
    self.folder = folder
    lock = try FolderLock(folder)
  }

  /// What came of the run that `label` names, if it was kept and was this very run; `nil` when it is to be made.
  ///
  /// - Throws: `RunFolderError.newer` or `.damaged`: nothing is overwritten that was not understood.
  package func read<Outcome: Codable>(_ label: RunLabel) throws(RunFolderError) -> Kept<Outcome>? {
    let path = path(label)
    guard let text = FileManager.default.contents(atPath: path) else { return nil }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    decoder.nonConformingFloatDecodingStrategy = .words
    return try RunFolderError.reading(path, json: text) {
      try RecordFormat.check(text, newest: keptFormat, path: path)
      let kept = try decoder.decode(Kept<Outcome>.self, from: text)
      return kept.protocolParts == label.parts ? kept : nil
    }
  }

  /// Keeps what came of a run, in the place of what another protocol has left under its name.
  package func keep<Outcome: Codable>(_ kept: Kept<Outcome>, _ label: RunLabel) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    // A test task may diverge.
    encoder.nonConformingFloatEncodingStrategy = .words
    try WholeFile.write(try encoder.encode(kept) + Data("\n".utf8), to: path(label))
  }

  /// Gives the folder back to other processes.
  package func release() { lock.release() }

  private func path(_ label: RunLabel) -> String { "\(folder)/\(label.name).json" }
}

/// The newest version of the files' format.
private let keptFormat = 1

/// Which run of a table it is: the name of its file, and all of its protocol that its numbers depend on.
package struct RunLabel: Sendable, Equatable {
  package let name: String
  package let parts: [String: String]

  package init(name: String, parts: [String: String]) {
    self.name = name
    self.parts = parts
  }
}

/// What came of a run, by which protocol, and when it was made.
package struct Kept<Outcome: Sendable & Codable>: Sendable, Codable {
  private var format = keptFormat
  package let protocolParts: [String: String]
  package let began: Date
  package let ended: Date
  package let outcome: Outcome

  package init(_ label: RunLabel, began: Date, ended: Date, _ outcome: Outcome) {
    protocolParts = label.parts
    self.began = began
    self.ended = ended
    self.outcome = outcome
  }
}
