import Foundation
import Lessons
import Testing

@Suite(
  "Pages in a browser", .serialized,
  .enabled(
    if: Tool.chromium.isThere && Tool.pandoc.isThere, "chromium or pandoc is not installed"))
struct BrowserTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  /// What a browser finds in `html` on a page as wide as a telephone, and its complaints.
  private func look(_ html: String, width: Int = 390) throws -> (found: [String: Int], said: String)
  {
    let probe = """
      <script>
      const root = document.documentElement;
      const found = {
        wide: root.scrollWidth - root.clientWidth,
        window: root.clientWidth,
        wordless: [...document.images].filter(image => !image.alt).length,
        broken: [...document.images].filter(image => !image.naturalWidth).length,
        fetched: performance.getEntriesByType("resource").filter(e => e.name.startsWith("http")).length,
        rules: document.styleSheets[0].cssRules.length
      };
      parent.postMessage(Object.entries(found).map(e => e.join("=")).join(" "), "*");
      </script>
      """
    let opened = html.replacing("<details ", with: "<details open=\"open\" ")
      .replacing("</body>", with: probe + "</body>")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(opened.utf8).write(to: folder.appending(path: "page.html"))
    // A window is never narrower than 500 pixels; a frame in it is.
    let frame = """
      <!DOCTYPE html><iframe src="page.html" width="\(width)" height="900" style="border: 0"></iframe>
      <script>onmessage = event => document.body.setAttribute("data-found", event.data)</script>
      """
    let file = folder.appending(path: "frame.html")
    try Data(frame.utf8).write(to: file)
    let result = try Tool.chromium.run(
      [
        "--headless=new", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=3000",
        "--user-data-dir=\(folder.appending(path: "profile").path)", "--dump-dom",
      ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [file.absoluteString])
    let text = try #require(result.output.firstMatch(of: /data-found="([^"]*)"/)?.1)
    let pairs = text.split(separator: " ").map { $0.split(separator: "=") }
    let found = Dictionary(
      uniqueKeysWithValues: pairs.map { (String($0[0]), Int(String($0[1])) ?? -1) })
    let said = result.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
    return (found, said.joined(separator: "\n"))
  }

  private func check(_ html: String) throws {
    let (found, said) = try look(html)
    #expect(found["window"] == 390)
    #expect(found["wide"] == 0)
    #expect(found["wordless"] == 0)
    #expect(found["broken"] == 0)
    #expect(found["fetched"] == 0)
    #expect((found["rules"] ?? 0) > 50)
    #expect(said == "")
  }

  @Test("A page with one of everything fits a telephone, fetches nothing and raises no complaint")
  func sample() throws {
    try check(Page(PageSamples.edition(in: folder)).html())
  }

  @Test("So do its slides")
  func slides() throws {
    let edition = try PageSamples.edition(in: folder)
    try check(DeckPage(edition, SlideFigures(edition)).html())
  }

  @Test("So does the text of every chapter", arguments: ChapterSourceTests.sources)
  func chapters(source: String) throws {
    let root = ChapterSourceTests.root
    let chapter = try Literate(SourceText(name: source, below: root), root: root)
    try check(Page(Edition(chapter, PageSamples.record(of: chapter), in: folder)).html())
  }
}
