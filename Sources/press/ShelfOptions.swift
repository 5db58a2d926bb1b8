import ArgumentParser
import Foundation
import Lessons

/// Where every command looks for chapters and records.
struct ShelfOptions: ParsableArguments {
  @Option(help: "Where records and pages are, in place of output/; or the variable OUTPUT.")
  var output: String?

  /// The chapters of the package in which the command is run.
  /// - Throws: ``SourceError`` when that is no package with chapters.
  func shelf() throws -> Shelf {
    let variable = ProcessInfo.processInfo.environment["OUTPUT"].flatMap { $0.isEmpty ? nil : $0 }
    return try Shelf(
      near: URL(filePath: FileManager.default.currentDirectoryPath), output: output ?? variable)
  }
}
