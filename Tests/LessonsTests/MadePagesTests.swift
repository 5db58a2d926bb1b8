import Foundation
import Lessons
import Testing

/// Where to look, and for what.
private enum Made {
  static let folder = ProcessInfo.processInfo.environment["PALIMPSEST_MADE"]
    .map { URL(filePath: $0) }
  /// As in `chapter-1 chapter-2`.
  static let chapters = (ProcessInfo.processInfo.environment["PALIMPSEST_CHAPTERS"] ?? "")
    .split(separator: " ").map(String.init)
}

/// What `press` has made of the real records of the chapters that the variable `PALIMPSEST_CHAPTERS` lists, in the
/// folder that `PALIMPSEST_MADE` names; `make test` runs these after the chapters.
@Suite(
  "Pages and notebooks of runs", .enabled(if: Made.folder != nil, "nothing was made"))
struct MadePagesTests {
  /// The files below the folder with this ending.
  private func files(_ ending: String) throws -> [URL] {
    let folder = try #require(Made.folder)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { folder.appending(path: $0) }
  }

  @Test("Every chapter has one page, one notebook and one deck, and the book its own pages")
  func all() throws {
    #expect(!Made.chapters.isEmpty)
    let own = ["index.html", "appendix.html", "figures/index.html"]
    let pages = Made.chapters.flatMap { ["\($0)/index.html", "\($0)/slides.html"] }
    let notebooks = Made.chapters.map { "\($0)/\($0).ipynb" }
    let folder = try #require(Made.folder)
    #expect(
      try files(".html").map(\.path)
        == (own + pages).map { folder.appending(path: $0).path }.sorted())
    #expect(
      try files(".ipynb").map(\.path)
        == notebooks.map { folder.appending(path: $0).path }.sorted())
  }

  @Test("Every page is well-formed, and its links lead to what is there")
  func links() throws {
    for page in try files(".html") {
      let html = try String(contentsOf: page, encoding: .utf8)
      #expect(PageTests.complaint(html) == nil, "\(page.path)")
      for match in html.matches(of: /(?:href|src)="([^"#:]+)(?:#[^"]*)?"/) {
        let target = page.deletingLastPathComponent().appending(path: String(match.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path): \(match.1)")
      }
    }
  }

  @Test(
    "Every page fits a telephone, fetches nothing and raises no complaint",
    .enabled(if: Tool.chromium.isThere, "chromium is not installed"))
  func browser() throws {
    let pages = try files(".html")
    let sheets = try pages.map { page in
      Browser.Sheet(
        html: try String(contentsOf: page, encoding: .utf8), base: page.deletingLastPathComponent())
    }
    try Browser.check(sheets, names: pages.map(\.path))
  }

  @Test(
    "The nbformat package finds nothing wrong with any notebook",
    .enabled(if: Tool.hasNbformat, "nbformat is not installed"))
  func notebooks() throws {
    #expect(try NotebookTests.complaint(files(".ipynb")) == "")
  }
}
