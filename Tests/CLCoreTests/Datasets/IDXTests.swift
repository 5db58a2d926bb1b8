import CLCore
import Foundation
import Testing

/// A folder of its own that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "palimpsest-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

@Suite("IDX files")
struct IDXTests {
  static let images = IDX(dimensions: [4, 3, 2], elements: (0..<24).map { UInt8($0 * 10) })

  /// What reading `bytes` as three-dimensional fails with.
  private func failure(_ bytes: [UInt8], rank: Int = 3) -> IDXError? {
    do throws(IDXError) {
      _ = try IDX(decoding: bytes, file: "x", rank: rank)
      return nil
    } catch {
      return error
    }
  }

  @Test("What is written is read again", arguments: [true, false])
  func roundTrip(compressed: Bool) throws {
    let folder = try TemporaryFolder()
    for array in [
      IDXTests.images, IDX(dimensions: [0, 28, 28], elements: []),
      IDX(dimensions: [70_000], elements: (0..<70_000).map { UInt8(truncatingIfNeeded: $0 / 7) }),
    ] {
      let file = folder.file("array")
      try array.write(to: file, compressed: compressed)
      #expect(try IDX(file: file, rank: array.dimensions.count) == array)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["array"])
  }

  @Test("The header is the published format, byte for byte")
  func format() {
    let bytes = IDX(dimensions: [1, 258, 1], elements: [UInt8](repeating: 9, count: 258))
      .encoded(compressed: false)
    #expect(bytes.prefix(17) == [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 1, 2, 0, 0, 0, 1, 9])
  }

  @Test("The checksum is that of the uncompressed file, however it is kept")
  func checksum() throws {
    // zlib.crc32(bytes([0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3])) in Python.
    let labels = IDX(dimensions: [3], elements: [1, 2, 3])
    #expect(labels.checksum == 0xA4BD_E58B)
    for compressed in [true, false] {
      let bytes = labels.encoded(compressed: compressed)
      #expect(try IDX(decoding: bytes, file: "x", rank: 1).checksum == labels.checksum)
    }
  }

  @Test("A file cut off anywhere is refused with the place", arguments: [true, false])
  func truncated(compressed: Bool) {
    let bytes = IDXTests.images.encoded(compressed: compressed)
    for length in 0..<bytes.count {
      let error = failure(Array(bytes.prefix(length)))
      #expect(error != nil)
      if !compressed {
        let expected = length < 16 ? 16 : 40
        #expect(error?.problem == .truncated(found: length, expected: expected))
        #expect(error?.offset == length)
      }
    }
  }

  @Test("Each kind of damage has its own answer")
  func damage() {
    let plain = IDXTests.images.encoded(compressed: false)
    func changed(_ offset: Int, _ byte: UInt8, in bytes: [UInt8]) -> [UInt8] {
      var copy = bytes
      copy[offset] = byte
      return copy
    }
    func error(_ offset: Int, _ problem: IDXError.Problem) -> IDXError {
      IDXError(file: "x", offset: offset, problem: problem)
    }
    #expect(failure(Array("<html>".utf8)) == error(0, .wrongMagic(0x3C)))
    #expect(failure(changed(1, 7, in: plain)) == error(1, .wrongMagic(7)))
    #expect(failure(changed(2, 13, in: plain)) == error(2, .wrongType(13)))
    #expect(failure(plain, rank: 1) == error(3, .wrongRank(found: 3, expected: 1)))
    #expect(failure(plain + [0]) == error(40, .trailing))
    #expect(
      failure(changed(7, 5, in: plain)) == error(40, .truncated(found: 40, expected: 46)))

    let gz = IDXTests.images.encoded(compressed: true)
    #expect(failure(gz + [1]) == error(gz.count, .damaged("there are bytes after its end")))
    let checksum = gz.count - 8
    #expect(
      failure(changed(checksum, ~gz[checksum], in: gz))?.problem == .damaged("incorrect data check")
    )
    #expect(
      failure(Array(gz.dropLast(4)))?.problem == .damaged("it is cut off before its checksum"))
    #expect(failure(changed(2, 0, in: gz))?.problem == .damaged("unknown compression method"))
  }

  @Test("Dimensions that overflow or exceed the limit are refused before memory is asked for")
  func absurd() throws {
    let huge: [UInt8] = [0, 0, 8, 3] + [UInt8](repeating: 0xFF, count: 12)
    let problem = IDXError.Problem.absurdDimensions(
      [Int](repeating: 0xFFFF_FFFF, count: 3), limit: IDX.limit)
    #expect(failure(huge)?.problem == problem)
    // Within the limit, but far more than so few bytes can hold.
    let large: [UInt8] = [0, 0, 8, 3, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 1, 2]
    #expect(failure(large)?.problem == .truncated(found: 18, expected: 16 + 1 << 30))
    #expect(throws: IDXError.self) {
      try IDX(
        decoding: IDXTests.images.encoded(compressed: true), file: "x", rank: 3, limit: 23)
    }
  }

  @Test("A decompression bomb is read no further than its header says")
  func bomb() {
    let content = [0, 0, 8, 1, 0, 0, 0, 2] + [UInt8](repeating: 0, count: 50_000_000)
    let error = failure(gzip(content), rank: 1)
    #expect(error?.problem == .trailing && error?.offset == 10)
  }

  @Test("Members of a gzip file follow one another, and zero bytes after them are padding")
  func members() throws {
    let array = IDX(dimensions: [9], elements: [3, 1, 4, 1, 5, 9, 2, 6, 5])
    let plain = array.encoded(compressed: false)
    let padding = [UInt8](repeating: 0, count: 512)
    for cut in 0...plain.count {
      let parts = gzip(Array(plain[..<cut])) + gzip(Array(plain[cut...]))
      for bytes in [parts, parts + padding, parts + gzip([]), gzip([]) + padding + parts] {
        #expect(try IDX(decoding: bytes, file: "x", rank: 1) == array)
      }
    }
    let two = gzip(Array(plain[..<9])) + gzip(Array(plain[9...]))
    for length in 0..<two.count { #expect(failure(Array(two.prefix(length)), rank: 1) != nil) }
    #expect(
      failure(two + padding + [1], rank: 1)?.problem == .damaged("there are bytes after its end"))
    #expect(failure(two + gzip([7]), rank: 1)?.problem == .trailing)
  }

  @Test("A file that is not there, or no file, is refused")
  func missing() throws {
    let folder = try TemporaryFolder()
    for path in [folder.file("none"), folder.path, "/dev/zero"] {
      #expect(throws: IDXError.self) { try IDX(file: path, rank: 1) }
    }
    #expect(throws: IDXError.self) { try IDXTests.images.write(to: folder.file("none/x")) }
  }

  @Test("Every answer names the file, and all but the system's the byte")
  func descriptions() {
    let error = IDXError(file: "train.gz", offset: 12, problem: .truncated(found: 12, expected: 16))
    #expect(
      error.description
        == "train.gz, byte 12: the content ends after 12 of 16 bytes. "
        + "The file is cut off; fetch it again.")
  }
}
