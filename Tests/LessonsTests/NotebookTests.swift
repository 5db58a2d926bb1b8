import Foundation
import Lessons
import Testing

@Suite("A chapter's notebook")
struct NotebookTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

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
    .enabled(
      if: (try? Tool.python.run(["-c", "import nbformat"]).code) == 0, "nbformat is not installed"))
  func valid() throws {
    let file = folder.appending(path: "notebook.ipynb")
    try notebook().write(to: file)
    // A warning, for instance of an id that is missing, is an error here.
    let check = "import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], as_version=4))"
    let result = try Tool.python.run(["-W", "error", "-c", check, file.path])
    #expect(result.code == 0, "\(result.errors)")
  }
}
