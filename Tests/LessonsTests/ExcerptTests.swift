import Lessons
import Testing

@Suite("An excerpt shows the library's own lines of a declaration")
struct ExcerptTests {
  private let source = SourceText(
    name: "A.swift",
    text: #"""
      /// Says.
      public struct First: Sendable {
        let brace = "}}}" // }
        func helper() { let loss = 1 }

        /// The loss.
        @inlinable
        public func loss(
          _ x: Int
        ) -> Int
        where Int: Sendable
        {
          let text = """
            } \("{")
            """
          return x /* } */
        }
        init(x: Int) { self.init() }
        var short: Int { 3 }
        let stored = [
          1, 2,
        ]
      }
      struct Second { func loss() -> Int { 2 } }
      protocol P {
        func required() -> Int
        func next() -> Int
      }
      """#)

  private func numbers(_ name: String) throws -> [Int] {
    try Excerpt.declaration(name, in: source).map(\.number)
  }

  @Test("Braces in strings and comments do not end it; a signature may have several lines")
  func function() throws {
    #expect(try numbers("loss") == Array(8...17))
    #expect(try Excerpt.declaration("loss", in: source)[0].text == "public func loss(")
  }

  @Test("A type, a member of a type, an initializer, properties and requirements are found")
  func kinds() throws {
    #expect(try numbers("First") == Array(2...23))
    #expect(try numbers("Second.loss") == [24])
    #expect(try numbers("init") == [18])
    #expect(try numbers("short") == [19])
    #expect(try numbers("stored") == [20, 21, 22])
    #expect(try numbers("required") == [26])
  }

  @Test("What is not there is an error that names it")
  func missing() {
    #expect(throws: SourceError(file: "A.swift", line: nil, problem: "declares no `gone`")) {
      try Excerpt.declaration("gone", in: source)
    }
  }
}
