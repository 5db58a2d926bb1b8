import Book
import Testing

@Test("A number in the text that is rounded to zero has no minus, any other has a true one")
func negativeZero() {
  #expect((-0.0004).decimals == "0.000" && (-0.0).hundredths == "0.00")
  #expect((-0.0004).percent == "0.0 %")
  #expect((-0.0006).decimals == "−0.001" && (-1.5).hundredths == "−1.50")
}
