import Lessons
import Testing

@Suite("Where sentences end")
struct SentencesTests {
  @Test(
    "The first sentence of a text",
    arguments: [
      ("One. Two.", "One."), ("Is it? It is.", "Is it?"),
      ("One\nand the same. Two.", "One\u{20}and the same."),
      ("All of it.", "All of it."), ("No mark", "No mark"), ("One. $x$ is two.", "One."),
      ("One. λ is two.", "One."), ("One. 5 seeds.", "One."),
      ("One.5 is a number. Two.", "One.5 is a number."),
    ])
  func first(_ text: String, _ sentence: String) {
    #expect(Sentences.first(of: text) == sentence)
  }

  @Test(
    "An abbreviation ends none",
    arguments: [
      "Some, e.g. EWC, keep weights.", "The last, i.e. Bag, is known.",
      "As in Fig. 3 of the paper.",
      "Kirkpatrick et al. (2017) say so.", "Replay vs. GEM.", "(e.g. EWC) is one.", "*E.g.* EWC.",
      "It grows with x, cf. Eq. 4 there.",
    ])
  func abbreviations(_ text: String) {
    #expect(Sentences.first(of: text + " Two.") == text)
    #expect(Sentences.ends(in: text) == [text.endIndex])
  }

  @Test(
    "What closes behind the mark belongs to the sentence",
    arguments: ["He says “no.”", "(It is so.)", "*It is so!*", "Is it \"so?\"", "(He says “no.”)"])
  func closing(_ text: String) {
    #expect(Sentences.first(of: text + " Two.") == text)
    #expect(Sentences.last(of: text + " Two.") == "Two.")
    #expect(Sentences.isClosed(text))
  }

  @Test(
    "A sentence in the middle of another ends none",
    arguments: ["He asks “why?” and goes.", "It (see there!) is so."])
  func inner(_ text: String) {
    #expect(Sentences.first(of: text + " Two.") == text)
  }

  @Test("A Chinese mark ends one wherever it stands")
  func chinese() {
    #expect(Sentences.first(of: "会。”他说。") == "会。”")
    #expect(Sentences.last(of: "它会忘吗？会") == "会")
  }

  @Test("What leads on is not closed", arguments: ["It is:", "It is,", "It is", ""])
  func open(_ text: String) {
    #expect(!Sentences.isClosed(text))
  }
}
