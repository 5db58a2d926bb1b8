import CLCore
import Foundation
import TestSupport
import Testing

@Suite("A bit a weight")
struct BitMaskTests {
  @Test("comes back as it was, whatever its length", arguments: [0, 1, 7, 8, 9, 64, 100])
  func roundTrip(count: Int) throws {
    var random = Random(seed: UInt64(count))
    let gate = random.tensor([count])
    let mask = BitMask(gate)
    #expect(mask.tensor == Tensor(gate.values.map { $0 > 0 ? 1 : 0 }))
    let saved = try JSONEncoder().encode(mask)
    #expect(try JSONDecoder().decode(BitMask.self, from: saved) == mask)
  }

  @Test("is refused when bits are missing")
  func damaged() throws {
    let text = String(decoding: try JSONEncoder().encode(BitMask(.ones([9]))), as: UTF8.self)
    let other = Data(text.replacing("9", with: "90").utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(BitMask.self, from: other) }
  }
}
