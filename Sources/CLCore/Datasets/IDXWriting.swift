import CZlib
import Foundation

extension IDX {
  /// The bytes of its file.
  public func encoded(compressed: Bool) -> [UInt8] {
    let plain = IDX.header(dimensions) + elements
    return compressed ? gzip(plain) : plain
  }

  /// Writes a file, under a temporary name first, so that nobody ever finds half of it.
  ///
  /// - Throws: `IDXError` with the problem `unwritable`.
  public func write(to file: String, compressed: Bool = true) throws(IDXError) {
    do {
      try Data(encoded(compressed: compressed))
        .write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw IDXError(file: file, offset: 0, problem: .unwritable(error.localizedDescription))
    }
  }
}

/// `bytes` compressed as gzip does, without a date, so that equal bytes give equal files.
package func gzip(_ bytes: [UInt8]) -> [UInt8] {
  // zlib remembers the address of its `z_stream`, which must therefore stay the same.
  let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  defer { stream.deallocate() }
  stream.initialize(to: z_stream())
  let status = deflateInit2_(
    stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  require(status == Z_OK, "zlib does not start: error \(status)")
  defer { deflateEnd(stream) }
  let most = Int(deflateBound(stream, UInt(bytes.count)))
  return bytes.withUnsafeBufferPointer { input in
    [UInt8](unsafeUninitializedCapacity: most) { output, written in
      // IDX.limit keeps both sizes within zlib's 32 bits, so one call does all.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(most)
      let end = deflate(stream, Z_FINISH)
      require(end == Z_STREAM_END, "zlib does not finish: error \(end)")
      written = most - Int(stream.pointee.avail_out)
    }
  }
}
