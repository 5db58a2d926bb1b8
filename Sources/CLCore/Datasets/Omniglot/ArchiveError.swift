/// Why images could not be read from a ZIP archive.
public struct ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What can be wrong with an archive.
  public enum Problem: Equatable, Sendable {
    /// The file cannot be opened, or is no ZIP archive; libzip's own words.
    case unreadable(String)
    /// An entry does not decompress to what its checksum says; libzip's own words.
    case damaged(String)
    /// An entry has more bytes than a drawing can have.
    case tooLarge(bytes: Int, limit: Int)
    /// An entry is not a PNG image, or a damaged one; libpng's own words.
    case notPNG(String)
    /// An image is of another size than all are published in.
    case wrongSize(height: Int, width: Int, expected: Int)
    /// It holds no images of the form `alphabet/character/drawing.png`.
    case noDrawings
  }

  /// The archive, as it was named.
  public let file: String
  /// The entry of it that is at fault; `nil` when it is the archive as a whole.
  public let entry: String?
  /// What is wrong there.
  public let problem: Problem

  init(file: String, entry: String? = nil, problem: Problem) {
    self.file = file
    self.entry = entry
    self.problem = problem
  }

  /// Which archive, which entry, what was expected, and what to do.
  public var description: String {
    let place = entry.map { "\(file), entry \($0)" } ?? file
    return switch problem {
    case .unreadable(let why):
      "\(place) cannot be read as a ZIP archive: \(why). Fetch it again."
    case .damaged(let why):
      "\(place): the archive is damaged (\(why)). Fetch it again."
    case .tooLarge(let bytes, let limit):
      "\(place): \(bytes) bytes are more than the \(limit) that a drawing can have. "
        + "Is this an archive of Omniglot?"
    case .notPNG(let why):
      "\(place): not a PNG image that can be read (\(why)). Fetch the archive again."
    case .wrongSize(let height, let width, let expected):
      "\(place): an image of \(height)×\(width) pixels, expected \(expected)×\(expected). "
        + "Is this an archive of Omniglot?"
    case .noDrawings:
      "\(place): no images of the form alphabet/character/drawing.png are in it. "
        + "Is this an archive of Omniglot? Fetch it again."
    }
  }
}
