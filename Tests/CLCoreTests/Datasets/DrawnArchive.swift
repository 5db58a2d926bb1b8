import CPNG
import CZip

/// Writes archives of the form of Omniglot's, with drawings of squares.
struct DrawnArchive {
  /// Entries by their names, in the order in which they are written.
  var entries: [(name: String, content: [UInt8])] = []

  /// So many characters of each alphabet, two drawings of each.
  init(_ name: String, _ alphabets: [String], characters: Int = 2) throws {
    for alphabet in alphabets {
      for character in 1...characters {
        for drawing in 1...2 {
          let path = "\(name)/\(alphabet)/character0\(character)/000\(character)_0\(drawing).png"
          entries.append((path, try Self.square(at: 10 * character, side: 30 + drawing)))
        }
      }
    }
  }

  /// A PNG image, black on white, of a filled square whose corner is as far from both edges.
  static func square(at corner: Int, side: Int, of size: Int = 105) throws -> [UInt8] {
    let inside = corner..<corner + side
    let pixels = (0..<size * size).map { i -> UInt8 in
      inside.contains(i / size) && inside.contains(i % size) ? 0 : 255
    }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    (image.width, image.height) = (png_uint_32(size), png_uint_32(size))
    image.format = png_uint_32(PNG_FORMAT_GRAY)
    var length = png_alloc_size_t(size * size + 1000)
    var file = [UInt8](repeating: 0, count: length)
    guard png_image_write_to_memory(&image, &file, &length, 0, pixels, 0, nil) != 0 else {
      throw Failure()
    }
    return Array(file.prefix(length))
  }

  /// Writes the entries, uncompressed so that a test finds their bytes again.
  func write(to file: String) throws {
    guard let archive = zip_open(file, ZIP_CREATE | ZIP_TRUNCATE, nil) else { throw Failure() }
    // libzip reads the buffers when it closes the archive.
    let buffers = entries.map { entry in
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: entry.content.count)
      _ = buffer.initialize(from: entry.content)
      return buffer
    }
    defer { for buffer in buffers { buffer.deallocate() } }
    for (entry, buffer) in zip(entries, buffers) {
      let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0)
      let index = zip_file_add(archive, entry.name, source, 0)
      guard index >= 0 else { throw Failure() }
      zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0)
    }
    guard zip_close(archive) == 0 else { throw Failure() }
  }

  private struct Failure: Error {}
}
