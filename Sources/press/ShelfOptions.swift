import ArgumentParser
import Foundation
import Lessons

/// Where every command looks for chapters and records.
struct ShelfOptions: ParsableArguments {
  @Option(help: "Where records and pages are, in place of output/; or the variable OUTPUT.")
  var output: String?

  /// Says on the standard error what is missing; the work goes on.
  static func warn(_ problem: String) {
    StandardStream.errors.line(problem)
  }

  /// The chapters of the package in which the command is run.
  /// - Throws: ``SourceError`` when that is no package with chapters, ``SettingsError``.
  func shelf() throws -> Shelf {
    try Shelf(
      near: URL(filePath: FileManager.default.currentDirectoryPath),
      output: output ?? Settings.ofEnvironment.output)
  }
}

extension Settings {
  /// What the variables ask for that chapters and their pages share.
  /// - Throws: ``SettingsError``.
  static var ofEnvironment: Settings {
    get throws {
      try Settings(arguments: [], environment: ProcessInfo.processInfo.environment)
    }
  }
}

/// Why a command does not do what it was asked for: what is wrong with the chapters, not with the command line.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
