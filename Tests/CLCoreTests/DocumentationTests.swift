import Foundation
import Testing

/// A code block of a page in `docs/` that names its source.
private struct Quotation: CustomTestStringConvertible {
  let page: String
  let source: String
  let code: String
  var testDescription: String { "\(page): \(source)" }
}

@Suite("Pages in docs")
struct DocumentationTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func quotations() throws -> [Quotation] {
    let folder = root.appending(path: "docs")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".md") }
      .flatMap { page in
        let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
        return text.matches(of: /<!-- (Sources\/\S+) -->\n```swift\n((?:.*\n)*?)```/).map {
          Quotation(page: page, source: String($0.1), code: String($0.2))
        }
      }
  }

  @Test("quote the sources word for word")
  func quotations() throws {
    let quotations = try Self.quotations()
    #expect(quotations.count >= 6)
    for quotation in quotations {
      let source = try String(
        contentsOf: Self.root.appending(path: quotation.source), encoding: .utf8)
      #expect(source.contains(quotation.code), "\(quotation.testDescription)")
    }
  }
}
