import Foundation
import Lessons
import Testing

@Suite("What a result depends on", .temporaryFolder)
struct ChapterSourcesTests {
  /// Which cells' blocks and whether the whole chapter get another hash by a change.
  private func changed(_ path: String, _ old: String, _ new: String) throws -> [Bool] {
    let package = try SmallPackage()
    let before = try package.sources
    try package.edit(path, old, new)
    let after = try package.sources
    let cells = ["one", "two", "three"]
    return cells.map { before.hash(ofBlocksIn: $0) != after.hash(ofBlocksIn: $0) }
      + [before.fingerprint != after.fingerprint]
  }

  @Test(
    "A line of a method, of a kernel, of what chapters share or of the chapter trains all anew",
    arguments: [
      ("Sources/CLCore/Strategies/MAS.swift", "0.5", "0.6"),
      ("Sources/CKernels/half.c", "2", "3"), ("Chapters/Book/Experiments.swift", "{}", "{ }"),
      ("Chapters/03-mas/Shaking.swift", "{ 3 }", "{ 4 }"),
      ("Sources/Lessons/Pages/Profile.swift", "{}", "{ }"), ("Package.swift", "6.1", "6.2"),
      ("Sources/Lessons/Pages/SideBySide.swift", "{}", "{ }"),
      ("Sources/Lessons/Cache/PackedEncoder.swift", "{}", "{ }"),
      ("Sources/CZip/module.modulemap", "{}", "{ }"),
    ])
  func everything(_ path: String, _ old: String, _ new: String) throws {
    #expect(try changed(path, old, new) == [true, true, true, true])
  }

  @Test(
    "Prose, blank lines and comments on lines of their own train nothing",
    arguments: [
      (SmallPackage.main, "//: Words.", "//: Other words.\n\n//: And more."),
      (SmallPackage.main, "let third", "// Why.\nlet third"),
      ("Chapters/03-mas/Shaking.swift", "/// Shakes.", "/// Shakes weights."),
      ("Sources/CLCore/Strategies/MAS.swift", "let", "// A strength.\nlet"),
      ("Sources/Lessons/Pages/Wrapping.swift", "80", "100"),
    ])
  func nothing(_ path: String, _ old: String, _ new: String) throws {
    #expect(try changed(path, old, new) == [false, false, false, false])
  }

  @Test("A comment behind code is not told from code, nor is one in C")
  func comments() throws {
    #expect(
      try changed("Sources/CLCore/Strategies/MAS.swift", "0.5", "0.5  // why")
        == [true, true, true, true])
    #expect(try changed("Sources/CKernels/half.c", "float half", "// Half.\nfloat half")[0])
  }

  @Test("The code of a cell is that of the cells before it too")
  func cells() throws {
    let main = SmallPackage.main
    #expect(try changed(main, "shake()", "shake() + 1") == [true, true, true, true])
    #expect(try changed(main, "in later()", "in later() + 1") == [false, true, true, true])
    #expect(try changed(main, "let third = 1", "let third = 2") == [false, false, true, true])
  }

  @Test("What a later cell declares may be called by all")
  func declarations() throws {
    #expect(try changed(SmallPackage.main, "  7", "  8") == [true, true, true, true])
  }

  @Test("A figure, a claim and how a figure is drawn train nothing, and make another page")
  func bystanders() throws {
    let main = SmallPackage.main
    #expect(try changed(main, "drift(first[0])", "drift(first[1])")[..<3] == [false, false, false])
    #expect(try changed(main, "first[0] < 5", "first[0] < 6")[..<3] == [false, false, false])
    #expect(
      try changed("Chapters/03-mas/Figures/Drift.swift", "{ x }", "{ x + 1 }")
        == [false, false, false, true])
  }

  @Test(
    "A call that shows what it lets the lesson work out, or hands the lesson on, counts as code",
    arguments: [
      "lesson.say(\"\\(lesson.seeds(2) { seed, _ in shake() + 1 })\")",
      "lesson.table(\n  \"t\", columns: [],\n  rows: lesson.sideBySide([1], \"w\") { _, _ in shake() + 1 })",
      "lesson.say(text(lesson, 1))",
    ])
  func work(_ call: String) throws {
    let package = try SmallPackage()
    try package.edit(SmallPackage.main, "lesson.step(\"two\")", call + "\nlesson.step(\"two\")")
    let before = try package.sources
    try package.edit(
      SmallPackage.main, call, call.replacing("1)", with: "2)").replacing("1 }", with: "2 }"))
    #expect(try package.sources.hash(ofBlocksIn: "two") != before.hash(ofBlocksIn: "two"))
    #expect(try package.sources.hash(ofBlocksIn: "one") != before.hash(ofBlocksIn: "one"))
  }

  @Test(
    "So does one that names what works with the lesson, in whatever file and through whatever else",
    arguments: [
      (
        SmallPackage.main,
        "func best(_ n: Int) -> [Int] {\n  lesson.seeds(n) { _, _ in shake() }\n}"
      ),
      (
        "Chapters/03-mas/Best.swift",
        "func inner(_ n: Int) -> [Int] {\n  lesson.seeds(n) { _, _ in 1 }\n}\nfunc best(_ n: Int) -> [Int] { inner(n) }"
      ),
      (
        "Chapters/03-mas/Figures/Best.swift",
        "extension Int {\n  func best(_ n: Int) -> [Int] {\n    lesson.seeds(n) { _, _ in 1 }\n  }\n}"
      ),
    ])
  func hiddenWork(_ path: String, _ declaration: String) throws {
    let package = try SmallPackage()
    let call = "lesson.table(\n  \"t\", columns: [], rows: best(1))"
    try package.edit(SmallPackage.main, "lesson.step(\"two\")", call + "\nlesson.step(\"two\")")
    if path == SmallPackage.main {
      try package.edit(path, "func later", declaration + "\nfunc later")
    } else {
      try package.write(declaration + "\n", to: path)
    }
    let before = try package.sources
    try package.edit(SmallPackage.main, "best(1)", "best(2)")
    #expect(try package.sources.hash(ofBlocksIn: "two") != before.hash(ofBlocksIn: "two"))
  }

  @Test("A call that names a function which knows nothing of the lesson is a bystander")
  func plainFunction() throws {
    let package = try SmallPackage()
    try package.edit(SmallPackage.main, "first[0] < 5", "best(5) > first[0]")
    try package.write(
      "func best(_ n: Int) -> Int {\n  n\n}\n", to: "Chapters/03-mas/Best.swift")
    let before = try package.sources
    try package.edit(SmallPackage.main, "best(5)", "best(6)")
    #expect(try package.sources.hash(ofBlocksIn: "two") == before.hash(ofBlocksIn: "two"))
  }

  @Test("A call that asks only for the profile is a bystander all the same")
  func profile() throws {
    let package = try SmallPackage()
    try package.edit(
      SmallPackage.main, "first[0] < 5",
      "first[0] < lesson.profile.pick(smoke: 1, quick: 1, full: 1)")
    let before = try package.sources
    try package.edit(SmallPackage.main, "smoke: 1", "smoke: 2")
    #expect(try package.sources.hash(ofBlocksIn: "two") == before.hash(ofBlocksIn: "two"))
  }

  @Test(
    "A figure's file counts when code can use it without naming what it declares",
    arguments: [
      "let (low, high) = (0, 1)", "extension Book { func callAsFunction() -> Int { 1 } }",
      "extension Strategy { func didLearn() { } }",
      "extension DefaultStringInterpolation { mutating func appendInterpolation(cut: Int) { } }",
    ])
  func unnamed(_ declaration: String) throws {
    let package = try SmallPackage()
    try package.write("protocol Strategy {}\n", to: "Sources/CLCore/Strategy.swift")
    try package.edit(SmallPackage.main, "shake()", "shake() + high + Book()")
    let figures = "Chapters/03-mas/Figures/More.swift"
    try package.write(declaration.replacing("{ ", with: "{\n  ") + "\n", to: figures)
    #expect(try package.sources.figuresInBlocks == [figures])
  }

  @Test("A figure's file counts as soon as a block can call what it declares")
  func figures() throws {
    let package = try SmallPackage()
    try package.edit(SmallPackage.main, "shake()", "drift(shake())")
    let before = try package.sources
    try package.edit("Chapters/03-mas/Figures/Drift.swift", "{ x }", "{ x + 1 }")
    #expect(try package.sources.hash(ofBlocksIn: "one") != before.hash(ofBlocksIn: "one"))
  }

  @Test(
    "Where a variable or an object stands at the top, what shows it may change it and counts as code",
    arguments: [
      "var count = 0", "private var count = 0", "nonisolated(unsafe) var count = 0",
      "let count = NSMutableArray()", "final class Count {}",
    ])
  func variables(_ declaration: String) throws {
    let package = try SmallPackage()
    try package.edit(SmallPackage.main, "let lesson", "\(declaration)\nlet lesson")
    let before = try package.sources
    try package.edit(SmallPackage.main, "first[0] < 5", "first[0] < 6")
    #expect(try package.sources.hash(ofBlocksIn: "two") != before.hash(ofBlocksIn: "two"))
  }

  @Test("So it does where the chapter has a class in another file")
  func objects() throws {
    let package = try SmallPackage()
    try package.write("final class Count {}\n", to: "Chapters/03-mas/Count.swift")
    let before = try package.sources
    try package.edit(SmallPackage.main, "first[0] < 5", "first[0] < 6")
    #expect(try package.sources.hash(ofBlocksIn: "two") != before.hash(ofBlocksIn: "two"))
  }

  @Test("In every chapter most figures can be changed without any training")
  func chapters() throws {
    let here = URL(filePath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for volume in try Shelf(near: root).volumes {
      let tree = try SourceTree(root: root, source: volume.source)
      let all = tree.files.keys.count { $0.contains("/Figures/") && $0.hasPrefix("Chapters") }
      let used = ChapterSources(tree).figuresInBlocks
      #expect(2 * used.count <= all, "\(used) in \(volume.source)")
    }
  }
}
