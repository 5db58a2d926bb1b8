import Foundation
import Lessons
import Testing

@Suite("A chapter's notebook", .temporaryFolder)
struct NotebookTests {
  private let folder = TemporaryFolder.place()

  private struct Shape: Decodable {
    struct Cell: Decodable {
      let id: String
      let cell_type: String
      let source: [String]
    }
    let cells: [Cell]
    let nbformat_minor: Int
  }

  private func notebook() throws -> Data { try Notebook(PageSamples.edition(in: folder)).json() }

  @Test("Ids are unique and legal, and it says that it is for reading and how to run")
  func shape() throws {
    let shape = try JSONDecoder().decode(Shape.self, from: notebook())
    let ids = shape.cells.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil })
    let about = shape.cells[0].source.joined()
    #expect(about.contains("for reading") && about.contains("make chapter-3"))
    let text = shape.cells.map { $0.source.joined() }.joined(separator: "\n")
    #expect(text.contains("> **Predict first.** How *much*?"))
    #expect(text.contains("<summary>This</summary>"))
    #expect(text.contains("```swift\nfunc loss() -> Int {"))
    #expect(!text.contains("It is lost."))
  }

  @Test("A choice with signs of HTML stands as itself, and long ids stay unique")
  func hostile() throws {
    let folder = self.folder
    let long = (0..<3).map { "a" + String(repeating: "b", count: 60) + "-c\($0)d" }
    let source =
      PageSamples.source.replacing("[x] This =>", with: "[x] Where `a` < b & c =>")
      .replacing(
        "//: ## 3.2 What",
        with: long.map {
          "//: Words.\nlesson.step(\"\($0)\")\nlet \($0.replacing("-", with: "")) = 1\n"
        }.joined()
          + "//: ## 3.2 What")
    let record = try PageSamples.edition(in: folder).record
    let chapter = try Literate(SourceText(name: "main.swift", text: source), root: folder)
    let data = try Notebook(Edition(chapter, record, in: folder)).json()
    let shape = try JSONDecoder().decode(Shape.self, from: data)
    let ids = shape.cells.map(\.id)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.count <= 64 })
    let text = shape.cells.map { $0.source.joined() }.joined(separator: "\n")
    #expect(text.contains("<summary>Where <code>a</code> &lt; b &amp; c</summary>"))
  }

  @Test("A picture that was not drawn is told in words, and one that is gone is named")
  func withoutPicture() throws {
    let edition = try PageSamples.edition(in: folder)
    try FileManager.default.removeItem(at: folder.appending(path: "two-curves.png"))
    let error = #expect(throws: SourceError.self) { try Notebook(edition).json() }
    #expect(error?.description.contains("make chapter-3") == true)
    let json = String(decoding: try edition.record.json(), as: UTF8.self)
      .replacing(/"two-curves\.(png|svg|pdf)",?/, with: "")
      .replacing(/,\s*\]/, with: "]")
    let undrawn = try Record(json: Data(json.utf8))
    let library = try Literate(
      SourceText(name: "main.swift", text: PageSamples.source), root: folder)
    let text = String(
      decoding: try Notebook(Edition(library, undrawn, in: folder)).json(), as: UTF8.self)
    #expect(text.contains("Two curves \\\"A\\\""))
  }

  @Test("Figures are in it as pictures with words, tables as tables")
  func outputs() throws {
    let text = try String(decoding: notebook(), as: UTF8.self)
    #expect(text.contains("\"image/png\" : \"iVBOR"))
    #expect(text.contains("\"alt\" : \"Two curves \\\"A\\\"\""))
    #expect(text.contains("<caption>A &amp; B</caption>"))
    #expect(text.contains("✗ It fails"))
  }

  @Test(
    "The nbformat package finds nothing wrong with it",
    .enabled(if: Tool.hasNbformat, "nbformat is not installed"))
  func valid() throws {
    let file = folder.appending(path: "notebook.ipynb")
    try notebook().write(to: file)
    #expect(try Self.complaint([file]) == "")
  }

  /// What nbformat says against notebooks. A warning, for instance of an id that is missing, is an error here.
  static func complaint(_ notebooks: [URL]) throws -> String {
    let check = """
      import sys, nbformat
      for file in sys.argv[1:]: nbformat.validate(nbformat.read(file, as_version=4))
      """
    let result = try Tool.python.run(["-W", "error", "-c", check] + notebooks.map(\.path))
    return result.code == 0 ? "" : result.errors
  }
}
