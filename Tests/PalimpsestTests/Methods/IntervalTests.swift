import CLCore
import Testing
import palimpsest

@Suite("The numbers that a setting may have")
struct IntervalTests {
  @Test("An interval holds its ends as its words say")
  func ends() {
    let cases: [(Interval, inside: [Double], outside: [Double], String)] = [
      (.atLeast(0), [0, 1e300], [-1e-300, .nan, .infinity], "≥ 0"),
      (.above(0), [1e-300], [0, -1, .nan, .infinity], "> 0"),
      (.within(0...1), [0, 0.5, 1], [-0.1, 1.1, .nan], "from 0 to 1"),
      (.within(0..<1), [0, 0.999], [1, -1, .nan], "from 0 to below 1"),
      (.above(0, upTo: 1), [0.1, 1], [0, 1.1, .nan], "above 0 to 1"),
      (.between(0, 1), [0.1], [0, 1, .nan], "above 0 to below 1"),
      (.any, [-5, 5], [.nan, .infinity], "any number"),
    ]
    for (interval, inside, outside, text) in cases {
      #expect(inside.allSatisfy(interval.contains) && !outside.contains(where: interval.contains))
      #expect(interval.text == text)
    }
  }

  @Test(
    "A number is typed as people type it, and read back",
    arguments: [
      (100.0, "100"), (0.001, "0.001"), (1e10, "1e10"), (-2, "-2"), (0.5, "0.5"), (1e-8, "1e-8"),
      (2.5e12, "2.5e12"),
    ])
  func typed(number: Double, text: String) {
    #expect(number.typed == text)
    #expect(Double(number.typed) == number)
  }
}
