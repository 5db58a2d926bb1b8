/// Why a file is not the IDX file that was asked for.
public struct IDXError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What can be wrong with an IDX file.
  public enum Problem: Equatable, Sendable {
    /// The file cannot be opened or read; the system's own words.
    case unreadable(String)
    /// The file cannot be written; the system's own words.
    case unwritable(String)
    /// It has more bytes than the reader takes.
    case tooLarge(bytes: Int, limit: Int)
    /// The first two bytes are not 0.
    case wrongMagic(UInt8)
    /// The elements are not unsigned bytes, type 8.
    case wrongType(UInt8)
    /// It holds an array of another number of dimensions, for instance labels instead of images.
    case wrongRank(found: Int, expected: Int)
    /// The header declares more elements than the reader takes.
    case absurdDimensions([Int], limit: Int)
    /// The content ends before the header says.
    case truncated(found: Int, expected: Int)
    /// The content goes on after the header's last element.
    case trailing
    /// The gzip stream does not decompress; zlib's own words.
    case damaged(String)
  }

  /// The file, as it was named.
  public let file: String
  /// The byte at which reading failed: of the decompressed content, but of the file itself when
  /// the problem is `damaged`.
  public let offset: Int
  /// What is wrong there.
  public let problem: Problem

  package init(file: String, offset: Int, problem: Problem) {
    self.file = file
    self.offset = offset
    self.problem = problem
  }

  /// Which file, which byte, what was expected, and what to do.
  public var description: String {
    let place = "\(file), byte \(offset)"
    return switch problem {
    case .unreadable(let why):
      "\(file) cannot be read: \(why)"
    case .unwritable(let why):
      "\(file) cannot be written: \(why)"
    case .tooLarge(let bytes, let limit):
      "\(file) has \(bytes) bytes, more than the \(limit) that are read. Is it an IDX file?"
    case .wrongMagic(let byte):
      "\(place): an IDX file begins with two zero bytes, found \(byte). "
        + "Give an IDX file, plain or compressed with gzip."
    case .wrongType(let type):
      "\(place): element type \(type), expected 8 (unsigned bytes). "
        + "Only files of bytes are read."
    case .wrongRank(let found, let expected):
      "\(place): an array of \(found) dimensions, expected \(expected) "
        + "(3 for images, 1 for labels). Are images and labels interchanged?"
    case .absurdDimensions(let dimensions, let limit):
      "\(place): dimensions \(dimensions.map(String.init).joined(separator: " × ")) are more than "
        + "the \(limit) elements that are read. The header is damaged; fetch the file again."
    case .truncated(let found, let expected):
      "\(place): the content ends after \(found) of \(expected) bytes. "
        + "The file is cut off; fetch it again."
    case .trailing:
      "\(place): the content goes on after the last element that the header declares. "
        + "The file is damaged; fetch it again."
    case .damaged(let why):
      "\(place): the gzip stream is damaged (\(why)). Fetch the file again."
    }
  }
}
