import Foundation
import Testing
import Tutoring

/// What `make` offers is there.
@Suite struct MakefileTests {
  @Test func `The chapters that make watches and checks are those with exercises`() throws {
    let chapters = Set(
      try ExerciseBook(root: ProofTests.root).exercises.map(\.folder.chapterNumber)
    ).sorted()
    for command in ["exercise", "check"] {
      let make = Process()
      make.executableURL = URL(fileURLWithPath: "/usr/bin/make")
      make.arguments = ["-s", "-C", ProofTests.root.path, "\(command)-0"]
      let pipe = Pipe()
      make.standardError = pipe
      try make.run()
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      make.waitUntilExit()
      let there = chapters.map { "\(command)-\($0)" }.joined(separator: " ")
      #expect(said.contains("There is no \(command)-0. There are: \(there)\n"))
    }
  }
}
