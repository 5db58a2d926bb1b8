import Foundation
import Lessons
import Testing

@Suite("The shelf", .temporaryFolder)
struct ShelfTests {
  /// A package with chapters 2 and 10 and with folders that are none.
  private func library() throws -> URL {
    let root = TemporaryFolder.place()
    func write(_ text: String, to path: String) throws {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write("", to: "Package.swift")
    for (folder, number) in [("10-ten", 10), ("02-two", 2)] {
      try write(
        "//: # Chapter \(number) · Title\nlet lesson = Lesson()\nlesson.finish()\n",
        to: "Chapters/\(folder)/main.swift")
    }
    try write("let x = 1", to: "Chapters/Book/main.swift")
    try write("no source", to: "Chapters/03-empty/notes.txt")
    return root
  }

  @Test("The chapters come in order, from any folder of the package")
  func chapters() throws {
    let root = try library()
    let shelf = try Shelf(near: root.appending(path: "Chapters/02-two"))
    #expect(shelf.volumes.map(\.number) == [2, 10])
    #expect(try shelf.literate(shelf.volume(10)).title == "Title")
    #expect(shelf.folder(shelf.volumes[0]).path.hasSuffix("/output/chapter-2"))
  }

  @Test("A chapter that is not there is answered with those that are")
  func missing() throws {
    let shelf = try Shelf(near: library())
    #expect(throws: SourceError.self) { try shelf.volume(3) }
    let problem = #expect(throws: SourceError.self) { try shelf.volume(3) }
    #expect(problem?.description.contains("there are 2, 10") == true)
  }

  @Test("No record is nil, and bytes that are none are named")
  func records() throws {
    let root = try library()
    let shelf = try Shelf(near: root, output: root.appending(path: "elsewhere").path)
    let volume = try shelf.volume(2)
    #expect(try shelf.record(volume) == nil)
    try FileManager.default.createDirectory(
      at: shelf.folder(volume), withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: shelf.folder(volume).appending(path: "cells.json"))
    let problem = #expect(throws: SourceError.self) { try shelf.record(volume) }
    #expect(problem?.description.contains("make chapter-2") == true)
    // Whatever is asked of all chapters goes on: the next run replaces it.
    #expect(try shelf.agreement(volume).objections.count == 1)
    #expect(try shelf.lacksFigures(volume))
  }

  @Test("A folder without chapters is none of ours")
  func nowhere() {
    #expect(throws: SourceError.self) { try Shelf(near: URL(filePath: "/tmp")) }
  }
}
