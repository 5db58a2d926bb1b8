import CLCore
import Testing

@Suite("Damaged IDX files")
struct IDXFuzzTests {
  /// One to three of: a flipped bit, an overwritten byte, a cut, an insertion, a doubled part.
  private func mutate(_ original: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = original
    for _ in 0...random.below(3) where !bytes.isEmpty {
      // Half of the blows fall on the header, where they mean most.
      let reach = random.below(2) == 0 ? min(24, bytes.count) : bytes.count
      let place = random.below(reach)
      switch random.below(6) {
      case 0: bytes[place] ^= 1 << UInt8(random.below(8))
      case 1: bytes[place] = UInt8(random.below(256))
      case 2: bytes[place] = random.below(2) == 0 ? 0xFF : 0
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(40)))
      case 4: bytes.insert(UInt8(random.below(256)), at: place)
      default: bytes += bytes[place...].prefix(1 + random.below(40))
      }
    }
    return bytes
  }

  private func sample(_ random: inout Random) -> IDX {
    let shape = [1 + random.below(4), 1 + random.below(6), 1 + random.below(6)]
    // Runs of equal bytes exercise deflate's copying.
    let elements = (0..<shape.reduce(1, *)).map { UInt8(truncatingIfNeeded: $0 / 5 * 50) }
    return IDX(dimensions: shape, elements: elements)
  }

  @Test("60,000 damaged plain files: an error, or exactly what the bytes say")
  func plain() {
    var random = Random(seed: 101)
    var accepted = 0
    for _ in 0..<60_000 {
      let bytes = mutate(sample(&random).encoded(compressed: false), &random)
      guard let array = try? IDX(decoding: bytes, file: "x", rank: 3) else { continue }
      accepted += 1
      if array.encoded(compressed: false) != bytes { Issue.record("misread: \(bytes)") }
    }
    #expect(accepted > 1000 && accepted < 50_000)
  }

  @Test("60,000 damaged gzip files: an error, or the original that the checksum vouches for")
  func compressed() {
    var random = Random(seed: 102)
    var accepted = 0
    for _ in 0..<60_000 {
      let original = sample(&random)
      let bytes = mutate(original.encoded(compressed: true), &random)
      guard let array = try? IDX(decoding: bytes, file: "x", rank: 3) else { continue }
      accepted += 1
      if array != original { Issue.record("misread: \(bytes)") }
    }
    #expect(accepted > 100 && accepted < 30_000)
  }

  @Test("20,000 damaged contents in whole gzip files: the header is read as carefully")
  func damagedContent() {
    var random = Random(seed: 103)
    for _ in 0..<20_000 {
      let content = mutate(sample(&random).encoded(compressed: false), &random)
      let plain = try? IDX(decoding: content, file: "x", rank: 3)
      let unpacked = try? IDX(decoding: gzip(content), file: "x", rank: 3)
      if plain != unpacked { Issue.record("plain and gzip differ: \(content)") }
    }
  }
}
