import CPNG

/// A PNG image as bytes of grey, read by libpng.
struct GreyPNG {
  let height, width: Int
  /// [height, width], row-major; 0 is black.
  let pixels: [UInt8]

  /// Why a file is no such image, in libpng's words.
  struct Failure: Error {
    let words: String
  }

  /// Reads an image; where `side` is given and the image is no square of that side, its size alone.
  init(_ file: [UInt8], side: Int? = nil) throws(Failure) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    var pixels: [UInt8] = []
    // libpng goes on to read where it found the header, so both calls need the file in one place.
    let isRead = file.withUnsafeBytes { bytes in
      guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0
      else { return false }
      image.format = png_uint_32(PNG_FORMAT_GRAY)
      if let side, image.width != side || image.height != side { return true }
      guard image.width < 1 << 14, image.height < 1 << 14 else { return false }
      pixels = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height))
      return png_image_finish_read(&image, nil, &pixels, png_int_32(image.width), nil) != 0
    }
    guard isRead else {
      let words = withUnsafeBytes(of: image.message) { message in
        String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw Failure(words: words)
    }
    height = Int(image.height)
    width = Int(image.width)
    self.pixels = pixels
  }
}
