import ArgumentParser
import Foundation
import Lessons

/// Where every command looks for chapters and records.
struct ShelfOptions: ParsableArguments {
  @Option(help: "Where records and pages are, in place of output/; or the variable OUTPUT.")
  var output: String?

  @Option(help: "The language: en or zh; or the variable LESSON_LANG.")
  var language: Language?

  /// The language in which to read.
  /// - Throws: ``ValidationError`` for a variable that names no language.
  func chosenLanguage() throws -> Language {
    if let language { return language }
    let variable = ProcessInfo.processInfo.environment["LESSON_LANG"] ?? ""
    if variable.isEmpty { return .english }
    guard let known = Language(rawValue: variable) else {
      let all = Language.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("LESSON_LANG is \"\(variable)\"; it can be \(all)")
    }
    return known
  }

  /// Says on the standard error what is missing; the work goes on.
  static func warn(_ problem: String) {
    FileHandle.standardError.write(Data("\(problem)\n".utf8))
  }

  /// The chapters of the package in which the command is run.
  /// - Throws: ``SourceError`` when that is no package with chapters.
  func shelf() throws -> Shelf {
    let variable = ProcessInfo.processInfo.environment["OUTPUT"].flatMap { $0.isEmpty ? nil : $0 }
    return try Shelf(
      near: URL(filePath: FileManager.default.currentDirectoryPath), output: output ?? variable)
  }
}

extension Language: ExpressibleByArgument {}
