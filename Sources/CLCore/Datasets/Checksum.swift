import CZlib

/// The CRC-32 that gzip uses, of `bytes`; `start` is the sum of what came before.
package func crc32(of bytes: [UInt8], after start: UInt32 = 0) -> UInt32 {
  bytes.withUnsafeBytes { buffer in
    UInt32(crc32_z(UInt(start), buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count))
  }
}
