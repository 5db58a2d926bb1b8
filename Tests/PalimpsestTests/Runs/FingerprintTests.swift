import CLCore
import Foundation
import Testing
import palimpsest

@Suite("What tells a protocol from others")
struct FingerprintTests {
  @Test("is the same for other seeds, and another for each other setting")
  func settings() throws {
    let config = RunConfig()
    let fingerprint = try config.fingerprint()
    var other = config
    other.seeds = [7, 8, 9]
    #expect(try other.fingerprint() == fingerprint)
    other.tasks += 1
    #expect(try other.fingerprint() != fingerprint)
    #expect(try config.has(fingerprint) && !other.has(fingerprint))
  }

  @Test("in a record of format 1 is a CRC-32, and is still known")
  func records() throws {
    var config = RunConfig()
    config.seeds = []
    let sum = crc32(of: Array(try config.json()))
    let old = try JSONDecoder().decode([Fingerprint].self, from: Data("[\(sum), \(sum ^ 1)]".utf8))
    config.seeds = [1, 2]
    #expect(try config.has(old[0]) && !config.has(old[1]))
    let new = try JSONEncoder().encode([try config.fingerprint()])
    #expect(try JSONDecoder().decode([Fingerprint].self, from: new) == [config.fingerprint()])
  }
}
