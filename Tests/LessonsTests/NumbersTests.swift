import Lessons
import Testing

@Suite("Numbers as text")
struct NumbersTests {
  @Test("What is rounded to zero has no minus")
  func negativeZero() {
    for zero in [-0.0, -0.001, -0.00499, 0, 0.001] {
      #expect(zero.formatted(decimals: 2) == "0.00")
      #expect(Ticks.written(zero, decimals: 2) == "0.00")
    }
    #expect((-0.4).formatted(decimals: 0) == "0")
    #expect((-0.005001).formatted(decimals: 2) == "-0.01")
    #expect((-10.0).formatted(decimals: 0) == "-10")
    #expect((-Double.infinity).formatted(decimals: 1) == "-inf")
  }
}
