import Foundation
import Testing

/// A folder for the files of a test, gone when the test has ended, however it ends.
///
/// A trait and no object that tidies up when it goes: what is opened in a folder may be read after the last word
/// about the folder itself.
struct TemporaryFolder: SuiteTrait, TestTrait, TestScoping {
  @TaskLocal private static var ofTest: URL?

  var isRecursive: Bool { true }

  /// A place for a folder, with nothing there yet.
  static func place() -> URL {
    if ofTest == nil { Issue.record("a suite that keeps files asks for .temporaryFolder") }
    return (ofTest ?? FileManager.default.temporaryDirectory).appending(path: UUID().uuidString)
  }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await Self.$ofTest.withValue(folder) { try await function() }
  }
}

extension Trait where Self == TemporaryFolder {
  static var temporaryFolder: Self { Self() }
}
