import Foundation

/// An array of bytes of any shape: the file format of MNIST and its relatives (LeCun, 1998).
///
/// Two zero bytes, the element type (8 is an unsigned byte), the number of dimensions, each
/// dimension as a big-endian 32-bit number, then the elements in row-major order.
public struct IDX: Sendable, Equatable {
  /// The length of each axis.
  public let dimensions: [Int]
  /// The elements, row-major.
  public let elements: [UInt8]
  /// CRC-32 of the whole uncompressed file.
  public let checksum: UInt32

  /// The most elements that are read: 2³⁰, some twenty times the largest file of the book.
  public static let limit = 1 << 30

  /// An array in memory, whose elements must fill its dimensions, no more than `limit` of them.
  public init(dimensions: [Int], elements: [UInt8]) {
    require(
      dimensions.count <= 255 && elements.count <= IDX.limit
        && dimensions.allSatisfy { (0...IDX.limit).contains($0) }
        && dimensions.reduce(1, &*) == elements.count,
      "\(elements.count) elements do not fill dimensions \(dimensions)")
    self.dimensions = dimensions
    self.elements = elements
    checksum = crc32(of: elements, after: crc32(of: IDX.header(dimensions)))
  }

  init(dimensions: [Int], elements: [UInt8], checksum: UInt32) {
    self.dimensions = dimensions
    self.elements = elements
    self.checksum = checksum
  }

  /// The bytes before the elements.
  static func header(_ dimensions: [Int]) -> [UInt8] {
    [0, 0, 8, UInt8(dimensions.count)]
      + dimensions.flatMap { length in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
      }
  }
}
