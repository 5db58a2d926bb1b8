import Foundation
import Testing

/// Headless Chromium, which opens pages in frames as wide as a telephone and says what it finds.
struct Browser {
  /// A page, and the folder that its links are relative to.
  struct Sheet {
    let html: String
    var base: URL?
  }

  /// A folder of its own.
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  /// What a page tells of itself.
  private static let probe = """
    <script>
    addEventListener("load", () => {
      const root = document.documentElement;
      const found = {
        wide: root.scrollWidth - root.clientWidth,
        window: root.clientWidth,
        wordless: [...document.images].filter(image => !image.alt).length,
        broken: [...document.images].filter(image => image.loading != "lazy" && !image.naturalWidth).length,
        fetched: performance.getEntriesByType("resource").filter(e => e.name.startsWith("http")).length,
        rules: document.styleSheets[0].cssRules.length
      };
      parent.postMessage(name + " " + Object.entries(found).map(e => e.join("=")).join(" "), "*");
    });
    </script>
    """

  /// Opens all of `sheets` at once, every box in them open. Returns for each what it tells of itself, and what
  /// the browser complains about.
  func look(_ sheets: [Sheet], width: Int = 390) throws -> (found: [[String: Int]], said: String) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, sheet) in sheets.enumerated() {
      let base = sheet.base.map { "<head><base href=\"\($0.absoluteString)\" />" } ?? "<head>"
      let opened = sheet.html.replacing("<head>", with: base)
        .replacing("<details ", with: "<details open=\"open\" ")
        .replacing("</body>", with: Self.probe + "</body>")
      try Data(opened.utf8).write(to: folder.appending(path: "page-\(number).html"))
    }
    // A window is never narrower than 500 pixels; a frame in it is.
    let frames = sheets.indices.map {
      "<iframe name=\"\($0)\" src=\"page-\($0).html\" width=\"\(width)\" height=\"900\" style=\"border: 0\"></iframe>"
    }
    let file = folder.appending(path: "frame.html")
    let frame = """
      <!DOCTYPE html><script>onmessage = event => document.body.append("[" + event.data + "]")</script>
      <body>\(frames.joined())</body>
      """
    try Data(frame.utf8).write(to: file)
    let result = try Tool.chromium.run(
      [
        "--headless=new", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=3000",
        "--user-data-dir=\(folder.appending(path: "profile").path)", "--dump-dom",
      ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [file.absoluteString])
    var found = Array(repeating: [String: Int](), count: sheets.count)
    for match in result.output.matches(of: /\[(\d+)((?: \w+=-?\d+)+)\]/) {
      let number = try #require(Int(match.1))
      for pair in match.2.split(separator: " ") {
        let parts = pair.split(separator: "=")
        found[number][String(parts[0])] = Int(parts[1])
      }
    }
    let said = result.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
    return (found, said.joined(separator: "\n"))
  }

  /// Records what is wrong with any of `sheets`, called by `names`.
  static func check(_ sheets: [Sheet], names: [String]) throws {
    let (found, said) = try Browser().look(sheets)
    for (name, found) in zip(names, found) {
      #expect(found["window"] == 390, "\(name)")
      #expect(found["wide"] == 0, "\(name)")
      #expect(found["wordless"] == 0, "\(name)")
      #expect(found["broken"] == 0, "\(name)")
      #expect(found["fetched"] == 0, "\(name)")
      #expect((found["rules"] ?? 0) > 20, "\(name)")
    }
    #expect(said == "")
  }
}
