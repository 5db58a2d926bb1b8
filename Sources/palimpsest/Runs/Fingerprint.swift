import CLCore
import Hashing

/// What tells a protocol or a stream from others in the files of a run.
package enum Fingerprint: Sendable, Equatable {
  /// SHA-256, 64 hexadecimal digits.
  case sha256(String)
  /// What records of format 1 have.
  case crc32(UInt32)
}

extension Fingerprint: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let digits = try? container.decode(String.self) {
      self = .sha256(digits)
    } else {
      self = .crc32(try container.decode(UInt32.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .sha256(let digits): try container.encode(digits)
    case .crc32(let sum): try container.encode(sum)
    }
  }
}

extension RunConfig {
  /// SHA-256 of the protocol as it is written, without its seeds.
  package func fingerprint() throws -> Fingerprint { .sha256(SHA256.hex(of: try withoutSeeds())) }

  /// Whether a file with this fingerprint is one of this protocol, whatever its format.
  package func has(_ fingerprint: Fingerprint) throws -> Bool {
    switch fingerprint {
    case .sha256: try fingerprint == self.fingerprint()
    case .crc32(let sum): sum == crc32(of: try withoutSeeds())
    }
  }

  private func withoutSeeds() throws -> [UInt8] {
    var config = self
    config.seeds = []
    return Array(try config.json())
  }
}
