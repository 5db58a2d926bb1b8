import Testing

@Suite("Programs that tests drive")
struct ToolTests {
  @Test(
    "One that does not end is ended, even against its will, and the failure says what it said",
    arguments: ["", "trap '' TERM; "])
  func impatience(stubborn: String) {
    let shell = Tool(name: "sh")
    let error = #expect(throws: Tool.Impatience.self) {
      try shell.run(["-c", stubborn + "echo waiting >&2; exec sleep 60"], patience: 0.5)
    }
    #expect(error?.description.contains("sh had not ended after 0.5 s") == true)
    #expect(error?.description.contains("waiting") == true)
  }

  @Test("One that is not on this machine is an error, and no crash")
  func absence() {
    #expect(throws: Tool.Absence.self) { try Tool(name: "no-such-program").run([]) }
  }

  @Test("What a program says, and its exit code, come back")
  func answers() throws {
    let result = try Tool(name: "sh").run(["-c", "echo out; echo err >&2; exit 3"])
    #expect(result == ("out\n", "err\n", 3))
  }
}
