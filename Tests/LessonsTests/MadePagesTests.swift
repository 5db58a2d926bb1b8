import Foundation
import Lessons
import Testing

/// Where to look.
private enum Made {
  static let folder = ProcessInfo.processInfo.environment["PALIMPSEST_MADE"]
    .map { URL(filePath: $0) }
}

/// What `press` has made of real records, in the folder that the variable `PALIMPSEST_MADE` names; `make test`
/// runs these after the chapters.
@Suite(
  "Pages and notebooks of runs", .enabled(if: Made.folder != nil, "nothing was made"))
struct MadePagesTests {
  /// The files below the folder with this ending.
  private func files(_ ending: String) throws -> [URL] {
    let folder = try #require(Made.folder)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { folder.appending(path: $0) }
  }

  @Test("Every page is well-formed, and its links lead to what is there")
  func links() throws {
    let pages = try files(".html")
    #expect(!pages.isEmpty)
    for page in pages {
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
    let notebooks = try files(".ipynb")
    #expect(!notebooks.isEmpty)
    #expect(try NotebookTests.complaint(notebooks) == "")
  }
}
