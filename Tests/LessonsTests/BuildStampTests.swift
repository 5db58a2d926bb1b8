import Foundation
import Hashing
import Lessons
import Testing

@Suite("Which sources a program was built from", .temporaryFolder)
struct BuildStampTests {
  /// A package with a program, and the list of sources beside it or not.
  private func program(in package: SmallPackage, stamped: Bool = true) throws -> URL {
    try package.write("program", to: ".build/chapter-3")
    if stamped { try package.write(package.tree.manifest, to: ".build/chapter-3.sources") }
    return package.root.appending(path: ".build/chapter-3")
  }

  @Test("Sources that are as they were when the build began are those of the program")
  func same() throws {
    let package = try SmallPackage()
    let program = try program(in: package)
    #expect(try BuildStamp.doubt(about: program, from: package.tree) == nil)
  }

  @Test("A source that has changed since, or come, or gone, is none of the program's")
  func changed() throws {
    let package = try SmallPackage()
    let program = try program(in: package)
    try package.edit("Sources/CKernels/half.c", "2", "3")
    #expect(try BuildStamp.doubt(about: program, from: package.tree)?.contains("changed") == true)
    try package.edit("Sources/CKernels/half.c", "3", "2")
    #expect(try BuildStamp.doubt(about: program, from: package.tree) == nil)
    try package.write("let more = 1\n", to: "Sources/CLCore/More.swift")
    #expect(try BuildStamp.doubt(about: program, from: package.tree) != nil)
  }

  @Test("Prose is no part of the program: it is read when the program runs")
  func prose() throws {
    let package = try SmallPackage()
    let program = try program(in: package)
    try package.edit(SmallPackage.main, "//: Words.", "//: Other words.\n//: And one line more.")
    #expect(try BuildStamp.doubt(about: program, from: package.tree) == nil)
    #expect(try listed("Chapters/03-mas", in: package.root) == package.tree.manifest)
    try package.edit(SmallPackage.main, "shake()", "shake() + 1")
    #expect(try BuildStamp.doubt(about: program, from: package.tree) != nil)
  }

  @Test("A program without a list, or one that was built after it, is not known")
  func unknown() throws {
    let package = try SmallPackage()
    let program = try program(in: package, stamped: false)
    #expect(try BuildStamp.doubt(about: program, from: package.tree)?.contains("make") == true)
    try package.write(package.tree.manifest, to: ".build/chapter-3.sources")
    #expect(try BuildStamp.doubt(about: program, from: package.tree) == nil)
    Thread.sleep(forTimeInterval: 0.05)
    try package.write("another program", to: ".build/chapter-3")
    #expect(try BuildStamp.doubt(about: program, from: package.tree)?.contains("make") == true)
  }

  @Test("The script that lists sources before a build writes what the program expects")
  func script() throws {
    let package = try SmallPackage()
    try package.write("not a source", to: "Chapters/03-mas/zh.md")
    #expect(try listed("Chapters/03-mas", in: package.root) == package.tree.manifest)
  }

  @Test("So it does of each chapter of this package")
  func chapters() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/Chapters")
      .filter { $0.prefix(2).allSatisfy(\.isNumber) }
    #expect(folders.count >= 7)
    for folder in folders {
      let tree = try SourceTree(root: root, source: "Chapters/\(folder)/main.swift")
      #expect(try listed("Chapters/\(folder)", in: root) == tree.manifest, "\(folder)")
    }
  }

  /// This package.
  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// What the script lists of a chapter in the package at `folder`.
  private func listed(_ chapter: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = root.appending(path: "Scripts/sources")
    process.arguments = [chapter]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let listed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: listed, as: UTF8.self)
  }

  @Test(
    "SHA-256 gives what its standard prints",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func hash(_ text: String, _ expected: String) { #expect(SHA256.hex(of: text) == expected) }
}
