import Lessons
import Testing

@Suite("Standard streams")
struct StandardStreamTests {
  @Test("take escape sequences on terminals that know them, unless the reader wants none")
  func escapes() {
    #expect(StandardStream.takesEscapes(["TERM": "xterm-256color"]))
    #expect(StandardStream.takesEscapes(["TERM": "xterm", "NO_COLOR": ""]))
    for none in [[:], ["TERM": ""], ["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]] {
      #expect(!StandardStream.takesEscapes(none))
    }
  }
}
