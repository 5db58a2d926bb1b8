import Foundation

/// A value as a tree, between Swift and the bytes of a file.
///
/// JSON has no NaN, and a property list takes seconds for a million numbers and does not give back every NaN
/// bit for bit; here an array of numbers is one stretch of bytes.
final class Packed {
  enum Content {
    case none
    case leaf(Data)
    case list([Packed])
    case table([(key: String, value: Packed)])
  }
  var content: Content

  init(_ content: Content = .none) { self.content = content }

  /// Another value at the end of a list.
  func append(_ value: Packed) {
    var all: [Packed] = []
    if case .list(let earlier) = content { all = earlier }
    content = .none
    all.append(value)
    content = .list(all)
  }

  /// The value under a key of a table.
  func set(_ key: String, _ value: Packed) {
    var all: [(key: String, value: Packed)] = []
    if case .table(let earlier) = content { all = earlier }
    content = .none
    all.append((key, value))
    content = .table(all)
  }

  // MARK: Bytes

  /// The tree's bytes: a mark for what it is, a count, and so many bytes or values.
  func write(to bytes: inout Data) {
    switch content {
    case .none: bytes.append(0)
    case .leaf(let leaf):
      bytes.append(1)
      Self.write(leaf.count, to: &bytes)
      bytes.append(leaf)
    case .list(let all):
      bytes.append(2)
      Self.write(all.count, to: &bytes)
      for value in all { value.write(to: &bytes) }
    case .table(let all):
      bytes.append(3)
      Self.write(all.count, to: &bytes)
      for (key, value) in all {
        Packed(.leaf(Data(key.utf8))).write(to: &bytes)
        value.write(to: &bytes)
      }
    }
  }

  private static func write(_ count: Int, to bytes: inout Data) {
    withUnsafeBytes(of: UInt64(count).littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Reads a tree from the front of `bytes`; nil when they break off.
  init?(_ bytes: inout Data) {
    guard let mark = bytes.popFirst() else { return nil }
    guard mark != 0 else {
      content = .none
      return
    }
    guard let number = bytes.takeFirst(8) else { return nil }
    let count = number.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    guard count <= UInt64(bytes.count), let count = Int(exactly: count) else { return nil }
    switch mark {
    case 1:
      guard let leaf = bytes.takeFirst(count) else { return nil }
      content = .leaf(leaf)
    case 2:
      var all: [Packed] = []
      for _ in 0..<count {
        guard let value = Packed(&bytes) else { return nil }
        all.append(value)
      }
      content = .list(all)
    case 3:
      var all: [(key: String, value: Packed)] = []
      for _ in 0..<count {
        guard let key = Packed(&bytes), case .leaf(let name) = key.content,
          let value = Packed(&bytes)
        else { return nil }
        all.append((String(decoding: name, as: UTF8.self), value))
      }
      content = .table(all)
    default: return nil
    }
  }
}

extension Data {
  /// The first `count` bytes, which are taken away; nil when there are fewer.
  fileprivate mutating func takeFirst(_ count: Int) -> Data? {
    guard count <= self.count else { return nil }
    defer { self = self[(startIndex + count)...] }
    return self[..<(startIndex + count)]
  }
}

/// A number that is its bytes in memory, all of which mean a number. Files are read on the machine that wrote them.
protocol PlainNumber {
  init()
}

extension PlainNumber {
  /// The bytes of one number or of several.
  static func bytes(_ numbers: [Self]) -> Data { numbers.withUnsafeBytes { Data($0) } }

  /// The numbers that the bytes are; nil when the last is not whole.
  static func numbers(_ bytes: Data) -> [Self]? {
    let stride = MemoryLayout<Self>.stride
    guard bytes.count % stride == 0 else { return nil }
    var numbers = [Self](repeating: Self(), count: bytes.count / stride)
    _ = numbers.withUnsafeMutableBytes { bytes.copyBytes(to: $0) }
    return numbers
  }
}

extension Double: PlainNumber {}
extension Float: PlainNumber {}
extension Int: PlainNumber {}
extension Int8: PlainNumber {}
extension Int16: PlainNumber {}
extension Int32: PlainNumber {}
extension Int64: PlainNumber {}
extension UInt: PlainNumber {}
extension UInt8: PlainNumber {}
extension UInt16: PlainNumber {}
extension UInt32: PlainNumber {}
extension UInt64: PlainNumber {}
