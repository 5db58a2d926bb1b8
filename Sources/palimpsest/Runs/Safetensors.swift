import Foundation

/// Tensors in one file, by name, as the safetensors format of Hugging Face has them: eight bytes with the
/// length of a JSON header, little-endian; the header, which gives for each tensor its type, its shape and
/// its place; and the numbers, little-endian, without gaps. PyTorch, JAX and NumPy users open such files.
package struct Safetensors: Equatable {
  /// One tensor as bytes.
  package struct Entry: Equatable {
    /// `F32`, `F64` or `U8`.
    package let type: String
    package let shape: [Int]
    package let bytes: Data

    package init(type: String, shape: [Int], bytes: Data) {
      self.type = type
      self.shape = shape
      self.bytes = bytes
    }
  }

  /// The tensors by name.
  package var tensors: [String: Entry]
  /// Texts by name, which stand in the header.
  package var metadata: [String: String]

  package init(tensors: [String: Entry] = [:], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  private static let widths = ["F64": 8, "F32": 4, "U8": 1]

  /// The place of the metadata in the header.
  private static let metadataKey = "__metadata__"

  /// Where a tensor lies, as the header says it.
  private struct Place: Codable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  /// What the header has under a name.
  private enum Item: Codable {
    case texts([String: String])
    case place(Place)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let texts = try? container.decode([String: String].self) {
        self = .texts(texts)
      } else {
        self = .place(try container.decode(Place.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .texts(let texts): try texts.encode(to: encoder)
      case .place(let place): try place.encode(to: encoder)
      }
    }
  }

  /// The tensors in the order in which they lie: wide numbers first, so that each lies at a multiple of its
  /// own width, and by name.
  private var order: [(key: String, value: Entry)] {
    tensors.sorted { a, b in
      let (wide, narrow) = (Self.widths[a.value.type] ?? 0, Self.widths[b.value.type] ?? 0)
      return wide == narrow ? a.key < b.key : wide > narrow
    }
  }

  /// The numbers of all tensors, one after another.
  package var numbers: Data { order.reduce(into: Data()) { $0.append($1.value.bytes) } }

  /// The file: the same tensors and texts give the same bytes.
  package func file() throws -> Data {
    var header: [String: Item] = metadata.isEmpty ? [:] : [Self.metadataKey: .texts(metadata)]
    var offset = 0
    for (name, entry) in order {
      let end = offset + entry.bytes.count
      header[name] = .place(
        Place(dtype: entry.type, shape: entry.shape, data_offsets: [offset, end]))
      offset = end
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = try encoder.encode(header)
    // Spaces bring the numbers to a multiple of eight bytes.
    text.append(contentsOf: [UInt8](repeating: 0x20, count: (8 - text.count % 8) % 8))
    var file = withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) }
    file.append(text)
    file.append(numbers)
    return file
  }

  /// Reads a file.
  ///
  /// - Throws: `SafetensorsError` when its parts do not fit each other.
  package init(file: Data) throws {
    guard file.count >= 8 else { throw SafetensorsError("it has \(file.count) bytes") }
    let file = Data(file)
    let length = file.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(file.count - 8) else {
      throw SafetensorsError("its header should have \(length) bytes, and the file ends before")
    }
    let start = 8 + Int(length)
    let header: [String: Item]
    do {
      header = try JSONDecoder().decode([String: Item].self, from: file[8..<start])
    } catch {
      throw SafetensorsError("its header cannot be read")
    }
    var (tensors, metadata): ([String: Entry], [String: String]) = ([:], [:])
    for (name, item) in header {
      switch item {
      case .texts(let texts): metadata = texts
      case .place(let place):
        tensors[name] = try Self.entry(name, place, in: file[start...])
      }
    }
    let total = tensors.values.reduce(0) { $0 + $1.bytes.count }
    guard total == file.count - start else {
      throw SafetensorsError("it has \(file.count - start) bytes of numbers, its header \(total)")
    }
    self.init(tensors: tensors, metadata: metadata)
  }

  private static func entry(_ name: String, _ place: Place, in numbers: Data) throws -> Entry {
    guard let width = widths[place.dtype], place.data_offsets.count == 2,
      place.shape.allSatisfy({ $0 >= 0 })
    else { throw SafetensorsError("\(name) is of a kind that is not known") }
    let (low, high) = (place.data_offsets[0], place.data_offsets[1])
    let size = place.shape.reduce((width, false)) { product, axis in
      let (next, over) = product.0.multipliedReportingOverflow(by: axis)
      return (next, product.1 || over)
    }
    guard !size.1, low >= 0, low <= high, high <= numbers.count, high - low == size.0 else {
      throw SafetensorsError("\(name) does not lie where the header says")
    }
    let first = numbers.startIndex + low
    return Entry(
      type: place.dtype, shape: place.shape, bytes: Data(numbers[first..<first + size.0]))
  }
}

/// What is wrong with a file of tensors.
package struct SafetensorsError: Error, Equatable, CustomStringConvertible {
  package let description: String
  init(_ description: String) { self.description = description }
}
