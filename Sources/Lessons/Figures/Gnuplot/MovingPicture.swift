import Foundation

extension Picture {
  /// Why these bytes are not a whole GIF of `frames` pictures of width × height pixels; nil when they are.
  ///
  /// The file is walked block by block: a count of the bytes that begin a picture would count pixels too.
  package static func problem(gif: Data, width: Int, height: Int, frames: Int) -> String? {
    let bytes = [UInt8](gif)
    guard bytes.count > 500 else { return "only \(bytes.count) bytes" }
    guard bytes.starts(with: Array("GIF89a".utf8)) else { return "it does not begin as a GIF" }
    func number(at i: Int) -> Int { Int(bytes[i]) | Int(bytes[i + 1]) << 8 }
    guard number(at: 6) == width, number(at: 8) == height else {
      return "\(number(at: 6)) × \(number(at: 8)) pixels in place of \(width) × \(height)"
    }
    /// The length of the table of colours that the flags `packed` announce.
    func table(_ packed: UInt8) -> Int { packed & 0x80 == 0 ? 0 : 3 << (Int(packed & 7) + 1) }
    /// The place after the chain of blocks that begins at `i`.
    func end(ofChainAt i: Int) -> Int {
      var i = i
      while i < bytes.count, bytes[i] > 0 { i += Int(bytes[i]) + 1 }
      return i + 1
    }
    var place = 13 + table(bytes[10])
    var drawn = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0x21: place = end(ofChainAt: place + 2)
      case 0x2C where place + 10 < bytes.count:
        drawn += 1
        place = end(ofChainAt: place + 11 + table(bytes[place + 9]))
      case 0x3B:
        return drawn == frames ? nil : "\(drawn) of \(frames) frames are drawn"
      default: return "it breaks off before its end"
      }
    }
    return "it breaks off before its end"
  }
}
