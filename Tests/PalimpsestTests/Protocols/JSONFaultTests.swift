import Foundation
import Testing
import palimpsest

@Suite("Where a text is no JSON")
struct JSONFaultTests {
  @Test(
    "The line and the column of the first fault are known, in characters",
    arguments: [
      ("{\n  \"a\": 1,,\n}", 2, 10), ("{\n \"ä\": 1\n \"b\": 2}", 3, 2), ("[1,\r\n2,]", 2, 3),
      ("{\"a\": nul}", 1, 7), ("{\"a\": 01}", 1, 7), ("{\"a\" 1}", 1, 6), ("{a: 1}", 1, 2),
      ("[1 2]", 1, 4), ("{\"a\": 1} x", 1, 10), ("", 1, 1), ("[[1]", 1, 5), ("[\"a\nb\"]", 1, 4),
      ("[\"\\q\"]", 1, 3), ("{\"a\": 1e999}", 1, 7), ("{\"a\":1,}", 1, 8), ("[\"a", 1, 2),
    ])
  func places(text: String, line: Int, column: Int) throws {
    let fault = try #require(JSONFault(in: Data(text.utf8)))
    #expect((fault.line, fault.column) == (line, column), "\(fault)")
  }

  @Test("JSON has no fault, however deep it goes")
  func none() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    for text in [
      "{}", "[]", " null ", "-1.5e+10",
      "\u{FEFF}{\"a\": [1, {\"b\": \"\\\"\\u00e4\"}], \"c\": true}\n", deep,
    ] {
      #expect(JSONFault(in: Data(text.utf8)) == nil)
    }
  }

  @Test("A protocol and a result that are no JSON say where")
  func files() throws {
    let place = try TemporaryFolder()
    defer { withExtendedLifetime(place) {} }
    let folder = RunFolder(place.path)
    try Data("{\n  \"batch\" : 16,,\n}".utf8).write(to: URL(filePath: folder.configFile))
    let error = #expect(throws: (any Error).self) { try folder.config() }
    #expect("\(try #require(error))".contains("line 2, column 16: a name in quotation marks"))
    try Data("{\"format\": 2,\n\"seed\": }".utf8).write(to: URL(filePath: folder.record(0)))
    let damage = #expect(throws: RunFolderError.self) { try folder.read(0) }
    #expect("\(try #require(damage))".contains("line 2, column 9: a value should stand here"))
  }
}
