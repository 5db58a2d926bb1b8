import Testing
import Tutoring

@Suite struct MarkedTests {
  private static let text = """
    func f() throws -> Int {
      // BEGIN SOLUTION
      let x = 1
      return x
      // END SOLUTION
    }
    """

  @Test func `The skeleton throws where the solution stood`() throws {
    let marked = try Marked(Self.text, file: "f.swift")
    #expect(
      marked.skeleton == """
        func f() throws -> Int {
          // Your code takes the place of this line.
          throw Todo()
        }
        """)
  }

  @Test func `The solution is the text without its marks`() throws {
    let lines = Self.text.split(separator: "\n").filter { !$0.contains("SOLUTION") }
    #expect(try Marked(Self.text, file: "f.swift").solved == lines.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("let x = 1", "f: BEGIN SOLUTION is missing"),
    ("// BEGIN SOLUTION\nlet x = 1", "f:1: the solution is not closed by END SOLUTION"),
    ("let x = 1\n// END SOLUTION", "f:2: END SOLUTION without a BEGIN SOLUTION"),
    (
      "// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION",
      "f:2: BEGIN SOLUTION stands inside a solution"
    ),
    (
      "// BEGIN SOLUTION\n// END SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION",
      "f:3: an exercise has one solution, and this begins a second"
    ),
    (
      "// BEGIN SOLUTION\n// END SOLUTION\n// END SOLUTION",
      "f:3: END SOLUTION without a BEGIN SOLUTION"
    ),
  ])
  func `A mark that is missing, nested or unclosed is an error with its line`(
    text: String, error: String
  ) {
    #expect(throws: ExerciseError(error)) { try Marked(text, file: "f") }
  }
}
