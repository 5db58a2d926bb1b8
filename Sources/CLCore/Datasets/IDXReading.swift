import Foundation

extension IDX {
  /// Reads a file, plain or compressed with gzip; its first bytes tell which.
  ///
  /// - Parameters:
  ///   - file: its path.
  ///   - rank: the number of dimensions it must have: 3 for images, 1 for labels.
  /// - Throws: `IDXError`.
  public init(file: String, rank: Int) throws(IDXError) {
    self = try IDX(decoding: try IDX.contents(of: file), file: file, rank: rank)
  }

  /// Decodes a file's bytes, plain or compressed with gzip.
  ///
  /// Memory stays bounded whatever the bytes say: no more is decompressed than the header declares,
  /// and no room is made for elements that the bytes at hand cannot hold.
  ///
  /// - Throws: `IDXError`, in which the file is called `file`.
  public init(
    decoding bytes: [UInt8], file: String, rank: Int, limit: Int = IDX.limit
  ) throws(IDXError) {
    func failure(_ offset: Int, _ problem: IDXError.Problem) -> IDXError {
      IDXError(file: file, offset: offset, problem: problem)
    }
    let source: any ByteSource =
      GzipBytes.recognises(bytes) ? try GzipBytes(bytes, file: file) : PlainBytes(bytes)

    let length = 4 + 4 * rank
    let header = try source.read(length)
    for (offset, byte) in header.prefix(2).enumerated() where byte != 0 {
      throw failure(offset, .wrongMagic(byte))
    }
    if header.count > 2, header[2] != 8 { throw failure(2, .wrongType(header[2])) }
    if header.count > 3, Int(header[3]) != rank {
      throw failure(3, .wrongRank(found: Int(header[3]), expected: rank))
    }
    guard header.count == length else {
      throw failure(header.count, .truncated(found: header.count, expected: length))
    }

    let dimensions = stride(from: 4, to: length, by: 4).map { start in
      header[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    var count = 1
    for dimension in dimensions {
      let product = count.multipliedReportingOverflow(by: dimension)
      guard !product.overflow, product.partialValue <= limit else {
        throw failure(4, .absurdDimensions(dimensions, limit: limit))
      }
      count = product.partialValue
    }

    // When the rest cannot be there, only what can is read, to say where it ends.
    let elements = try source.read(min(count, source.mostRemaining))
    guard elements.count == count else {
      throw failure(
        length + elements.count,
        .truncated(found: length + elements.count, expected: length + count))
    }
    guard try source.read(1).isEmpty else { throw failure(length + count, .trailing) }
    self.init(dimensions: dimensions, elements: elements, checksum: try source.finish())
  }

  /// The bytes of a regular file that is no larger than an IDX file can be.
  private static func contents(of file: String) throws(IDXError) -> [UInt8] {
    func failure(_ problem: IDXError.Problem) -> IDXError {
      IDXError(file: file, offset: 0, problem: problem)
    }
    // Anything but a regular file, a pipe for instance, may have no end.
    var status = stat()
    guard stat(file, &status) == 0 else {
      throw failure(.unreadable(String(cString: strerror(errno))))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure(.unreadable("not a file")) }
    let most = limit + 4 + 4 * 255
    guard status.st_size <= most else {
      throw failure(.tooLarge(bytes: Int(status.st_size), limit: most))
    }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw failure(.unreadable(error.localizedDescription))
    }
  }
}
