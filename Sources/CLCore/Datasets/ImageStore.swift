/// Labelled grey images as bytes, shared by every data set cut from them.
///
/// Pixels become numbers only when a batch is gathered: 60,000 images of 28×28 are 47 MB here and
/// would be 188 MB as `Float`.
public final class ImageStore: Sendable {
  /// What the images are, such as `"Fashion-MNIST"`.
  public let name: String
  /// Pixel rows of an image.
  public let height: Int
  /// Pixel columns of an image.
  public let width: Int
  /// [count, height, width], row-major; 0 is the background.
  public let pixels: [UInt8]
  /// [count], each in 0..<classes.
  public let labels: [Int]
  /// The names of the classes, one a label.
  public let classNames: [String]
  /// CRC-32 of the files' content, or of the pixels when there are no files; it tells one set of
  /// images from another in a record.
  public let checksum: UInt32

  /// How many images there are.
  public var count: Int { labels.count }
  /// How many classes there are.
  public var classes: Int { classNames.count }
  /// Pixels in an image.
  public var size: Int { height * width }

  /// A store of `labels.count` images.
  ///
  /// - Throws: `DatasetError.inconsistent` when pixels, labels and class names do not fit together.
  public init(
    name: String, height: Int, width: Int, pixels: [UInt8], labels: [Int], classNames: [String],
    checksum: UInt32? = nil
  ) throws(DatasetError) {
    guard height > 0, width > 0, pixels.count == labels.count * height * width else {
      throw .inconsistent(
        name, "\(labels.count) labels of \(height)×\(width) images, but \(pixels.count) pixels")
    }
    if let row = labels.firstIndex(where: { !classNames.indices.contains($0) }) {
      throw .inconsistent(
        name, "image \(row) has label \(labels[row]), but there are \(classNames.count) classes")
    }
    self.name = name
    self.height = height
    self.width = width
    self.pixels = pixels
    self.labels = labels
    self.classNames = classNames
    self.checksum = checksum ?? crc32(of: pixels)
  }

  /// The pixels of one image, [height, width].
  public func image(_ row: Int) -> ArraySlice<UInt8> {
    pixels[row * size..<(row + 1) * size]
  }
}
