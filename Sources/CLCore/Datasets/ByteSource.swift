/// The uncompressed content of a file, read from its beginning to its end.
protocol ByteSource: AnyObject {
  /// No more than so many bytes are left, as far as can be said without reading them.
  var mostRemaining: Int { get }

  /// The next `count` bytes, or fewer when the content ends before.
  func read(_ count: Int) throws(IDXError) -> [UInt8]

  /// CRC-32 of all that was read. Fails when the file's own end is damaged or not reached.
  func finish() throws(IDXError) -> UInt32
}

/// A file that is not compressed.
final class PlainBytes: ByteSource {
  private let bytes: [UInt8]
  private var used = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var mostRemaining: Int { bytes.count - used }

  func read(_ count: Int) -> [UInt8] {
    let end = used + min(count, mostRemaining)
    defer { used = end }
    return Array(bytes[used..<end])
  }

  func finish() -> UInt32 { crc32(of: bytes) }
}
