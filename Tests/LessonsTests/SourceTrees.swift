import Foundation
import Lessons

/// A package in a temporary folder, as small as it can be: a library, a kernel, a chapter with a helper and a
/// figure.
struct SmallPackage {
  let root = TemporaryFolder.place()
  static let main = "Chapters/03-mas/main.swift"

  init() throws {
    try write("// swift-tools-version: 6.1\n", to: "Package.swift")
    try write("let lambda = 0.5\n", to: "Sources/CLCore/Strategies/MAS.swift")
    try write("float half(float x) { return x / 2; }\n", to: "Sources/CKernels/half.c")
    try write("enum Profile {}\n", to: "Sources/Lessons/Pages/Profile.swift")
    try write("struct SideBySide {}\n", to: "Sources/Lessons/Pages/SideBySide.swift")
    try write("struct PackedEncoder {}\n", to: "Sources/Lessons/Cache/PackedEncoder.swift")
    try write("module CZip {}\n", to: "Sources/CZip/module.modulemap")
    try write("let width = 80\n", to: "Sources/Lessons/Pages/Wrapping.swift")
    try write("func learn() {}\n", to: "Chapters/Book/Experiments.swift")
    try write("/// Shakes.\nfunc shake() -> Int { 3 }\n", to: "Chapters/03-mas/Shaking.swift")
    try write(
      "func drift(_ x: Int) -> Int { x }\n", to: "Chapters/03-mas/Figures/Drift.swift")
    try write(
      """
      //: # Chapter 3 · Title
      //: Words.
      let lesson = Lesson()

      //: ## 3.1 First
      lesson.step("one")
      let first = lesson.seeds(5) { seed, _ in shake() }
      lesson.figure(
        "drift", drift(first[0]))

      // #hide
      lesson.expect("first is small", found: "\\(first)", first[0] < 5)
      //: So it is.
      lesson.step("two")
      let second = lesson.seeds(5) { seed, _ in later() }

      //: ## 3.3 Third
      lesson.step("three")
      func later() -> Int {
        7
      }
      let third = 1
      lesson.finish()
      """, to: Self.main)
  }

  func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Replaces a piece of a file by another.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    guard text.contains(old) else { throw CocoaError(.fileReadUnknown) }
    try write(text.replacing(old, with: new), to: path)
  }

  var sources: ChapterSources { get throws { try ChapterSources(root: root, source: Self.main) } }
  var tree: SourceTree { get throws { try SourceTree(root: root, source: Self.main) } }
}
