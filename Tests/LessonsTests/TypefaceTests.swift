import Lessons
import Testing

@Suite("A missing font")
struct TypefaceTests {
  private func missing(_ match: String?, chinese: String?, words: String) -> String? {
    Typeface { $0[0] == "fc-match" ? match : chinese }.missing(for: words)
  }

  @Test("is named with the line that installs it")
  func isNamed() {
    let said = missing("Bitstream Vera Sans", chinese: "", words: "forgetting")
    #expect(said?.contains("DejaVu Sans") == true)
    #expect(said?.contains("apt-get install fonts-dejavu-core") == true)
    let chinese = missing("DejaVu Sans", chinese: "\n", words: "灾难性遗忘")
    #expect(chinese?.contains("apt-get install fonts-noto-cjk") == true)
  }

  @Test("is not spoken of where nothing is missing, or nobody can say")
  func isSilent() {
    #expect(missing("DejaVu Sans", chinese: "", words: "forgetting") == nil)
    #expect(missing("DejaVu Sans", chinese: "Noto Sans CJK SC", words: "灾难性遗忘") == nil)
    #expect(missing(nil, chinese: nil, words: "灾难性遗忘") == nil)
  }
}
