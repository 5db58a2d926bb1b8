import ArgumentParser
import Foundation

/// The ledger that `--ledger` names, known to be one, or not yet there, before anything runs.
struct LedgerFile {
  private let path: String

  /// - Throws: `ValidationError` when no file can be made there, or there is one that is no ledger.
  init(_ path: String) throws {
    _ = try ResultFile(path, flag: "--ledger")
    self.path = path
    do { _ = try read() } catch let error as LedgerError {
      throw ValidationError("--ledger \(path): \(error)")
    }
  }

  /// Puts a section into the file as it is by now; the file is whole or as it was.
  func put(_ section: [String], under name: String) throws {
    var ledger = try read()
    ledger.put(section, under: name)
    try WholeFile.write(Data(ledger.text.utf8), to: path)
  }

  private func read() throws -> Ledger {
    guard FileManager.default.fileExists(atPath: path) else { return try Ledger() }
    return try Ledger(String(contentsOfFile: path, encoding: .utf8))
  }
}
