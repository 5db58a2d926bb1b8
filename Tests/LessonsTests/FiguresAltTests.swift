import Foundation
import Lessons
import Testing

/// Figures without alt text are tried on the compiler itself.
@Suite("Alt text")
struct FiguresAltTests {
  /// The folder of the built modules, beside this program; nil when it is run from elsewhere.
  static let products: URL? = {
    var folder = URL(filePath: CommandLine.arguments[0])
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      let modules = folder.appending(path: "Modules/Lessons.swiftmodule")
      if FileManager.default.fileExists(atPath: modules.path) { return folder }
    }
    return nil
  }()

  static let compiler = ChildProcess.executable("swiftc")

  static let calls = [
    "Figure(title: \"t\", ALT panels: [])",
    "Figure.curves(title: \"t\", ALT x: Axis(), y: Axis(), [])",
    "Figure.matrix(title: \"t\", ALT [])",
    "Figure.confusion(title: \"t\", ALT [], classes: [])",
    "Figure.bars(title: \"t\", ALT y: Axis(), categories: [], [])",
    "Figure.imageSheet(title: \"t\", ALT ImageSheet([]))",
    "Figure.plane(title: \"t\", ALT x: Axis(), y: Axis(), [])",
  ]

  @Test(
    "is required: no way to make a figure compiles without it",
    .enabled(if: products != nil && compiler != nil, "there is no compiler or no built module"))
  func isRequired() throws {
    func complaints(_ alt: String) throws -> [Substring] {
      let source =
        "import Lessons\n"
        + Self.calls.map { "_ = " + $0.replacing("ALT", with: alt) + "\n" }.joined()
      return try compile(source).split(separator: "\n").filter {
        $0.contains("main.swift:") && $0.contains("error: ")
      }
    }
    #expect(try complaints("alt: \"a\",").isEmpty)
    let missing = try complaints("").filter { $0.contains("missing argument for parameter 'alt'") }
    // Each with its line; the compiler may say it twice.
    #expect(Set(missing.map { $0.prefix { $0 != " " } }).count == Self.calls.count)
  }

  /// What the compiler says of `source`.
  private func compile(_ source: String) throws -> String {
    try Samples.withFolder { folder in
      let products = try #require(Self.products)
      let file = folder.appending(path: "main.swift")
      try Data(source.utf8).write(to: file)
      let said = folder.appending(path: "said")
      try Data().write(to: said)
      let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let process = Process()
      process.executableURL = Self.compiler
      process.arguments = [
        "-typecheck", "-swift-version", "6", "-I", products.appending(path: "Modules").path,
        "-Xcc", "-fmodule-map-file=\(products.path)/CGnuplot.build/module.modulemap",
        "-Xcc", "-I\(root.path)/Sources/CGnuplot/include", file.path,
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: said)
      try process.run()
      process.waitUntilExit()
      return try String(contentsOf: said, encoding: .utf8)
    }
  }
}
