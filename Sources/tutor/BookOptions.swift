import ArgumentParser
import Foundation
import Lessons
import Tutoring

/// Where things lie, and which numbers are drawn.
struct BookOptions: ParsableArguments, Sendable {
  @Option(help: "The learner's folder.")
  var workbook = "workbook"

  @Option(
    parsing: .upToNextOption,
    help: "The seeds of the numbers that are tried; drawn anew when left out.")
  var seeds: [UInt64] = []

  /// The repository: the commands are run there.
  var root: URL { URL(fileURLWithPath: FileManager.default.currentDirectoryPath) }
  /// Where results go.
  var output: URL {
    URL(fileURLWithPath: ProcessInfo.processInfo.environment["OUTPUT"] ?? "output")
  }
  /// The learner's folder.
  var workbookFolder: URL { URL(fileURLWithPath: workbook) }
  /// Two seeds that nobody has seen, or those asked for.
  var drawnSeeds: [UInt64] {
    seeds.isEmpty ? [.random(in: 0..<1_000_000), .random(in: 0..<1_000_000)] : seeds
  }

  /// The folder in which programs are made for `purpose`.
  func desk(_ purpose: String) throws -> URL {
    let desk = root.appendingPathComponent(".build/exercise/desks/\(purpose)")
    do {
      try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
    } catch {
      throw ExerciseError("\(desk.path) cannot be made: \(error.systemReason).")
    }
    return desk
  }

  /// A path as it is shown: from the repository on.
  func shown(_ file: URL) -> String {
    let (path, here) = (file.standardizedFileURL.path, root.standardizedFileURL.path + "/")
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
