import CZlib

/// A gzip file in memory, decompressed as far as it is read and no further.
///
/// A file may have several members, whose contents follow one another (RFC 1952, 2.2); zero bytes after a member are
/// padding, as tools that write in blocks leave it.
///
/// A class because zlib remembers the address of its `z_stream`, which must therefore never move.
final class GzipBytes: ByteSource {
  private let file: String
  private let input: [UInt8]
  private let stream: UnsafeMutablePointer<z_stream>
  private var consumed = 0
  /// CRC-32 of the members that have ended; nil when there is none.
  private var sum: UInt?
  /// Whether the last member has ended.
  private var isFinished = false

  /// Whether `bytes` begin as gzip files do.
  static func recognises(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  init(_ input: [UInt8], file: String) throws(IDXError) {
    self.file = file
    self.input = input
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // A window of 15 bits, and 16 for “gzip, nothing else”.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw damaged("zlib does not start") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Deflate stores at most 258 bytes in 2 bits.
  var mostRemaining: Int { 1032 * (input.count - consumed + 1) }

  func read(_ count: Int) throws(IDXError) -> [UInt8] {
    var status = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      while written < count, status == Z_OK, !isFinished {
        let (produced, taken): (Int, Int)
        (status, produced, taken) = step(UnsafeMutableBufferPointer(rebasing: buffer[written...]))
        written += produced
        consumed += taken
        if status == Z_STREAM_END { status = endMember() }
      }
    }
    guard status == Z_OK || status == Z_BUF_ERROR else {
      throw damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib's error \(status)")
    }
    return bytes
  }

  func finish() throws(IDXError) -> UInt32 {
    guard isFinished else { throw damaged("it is cut off before its checksum") }
    guard consumed == input.count else { throw damaged("there are bytes after its end") }
    return UInt32(truncatingIfNeeded: sum ?? 0)
  }

  /// Adds a member that has ended to the checksum and passes over what pads it; the status with which to go on with the
  /// next member, if there is one.
  private func endMember() -> Int32 {
    let own = stream.pointee.adler
    sum = sum.map { crc32_combine($0, own, Int(stream.pointee.total_out)) } ?? own
    while consumed < input.count, input[consumed] == 0 { consumed += 1 }
    isFinished = !GzipBytes.recognises(input[consumed...])
    return isFinished ? Z_OK : inflateReset(stream)
  }

  private func damaged(_ why: String) -> IDXError {
    IDXError(file: file, offset: consumed, problem: .damaged(why))
  }

  /// One call of zlib: its status, the bytes it wrote and the bytes of input it took.
  private func step(_ output: UnsafeMutableBufferPointer<UInt8>) -> (Int32, Int, Int) {
    input.withUnsafeBufferPointer { bytes in
      let available = UInt32(clamping: bytes.count - consumed)
      let room = UInt32(clamping: output.count)
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: bytes.baseAddress.map { $0 + consumed })
      stream.pointee.avail_in = available
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = room
      let status = inflate(stream, Z_NO_FLUSH)
      return (
        status, Int(room - stream.pointee.avail_out), Int(available - stream.pointee.avail_in)
      )
    }
  }
}
