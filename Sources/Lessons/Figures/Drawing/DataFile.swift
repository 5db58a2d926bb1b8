import Foundation

/// The numbers of a figure as text, in blocks that gnuplot calls by index.
///
/// Every number is written so that it reads back as the same Double; what is not finite becomes a
/// gap and is counted.
struct DataFile {
  private(set) var text = ""
  /// The pixels of all images, one after another: a file of its own, since gnuplot would read a text
  /// from its beginning for each of them.
  private(set) var images = Data()
  private var blocks = 0
  /// Values that were not finite, by the name of what they belong to, in order.
  private(set) var gaps: [(name: String, count: Int)] = []

  /// Adds a block of rows under a comment that names it and its columns, and returns its index; nil
  /// when there is no row to draw. A row with a value that is not finite breaks the curve there:
  /// one empty line, since two would end the block.
  mutating func add(
    _ name: String, columns: String, rows: [[Double]], texts: [String] = []
  ) -> Int? {
    note(name, missing: rows.count { !$0.allSatisfy(\.isFinite) })
    return addBroken(name, columns: columns, rows: rows, texts: texts)
  }

  /// The same for rows whose breaks are meant, and not counted.
  mutating func addBroken(
    _ name: String, columns: String, rows: [[Double]], texts: [String] = []
  ) -> Int? {
    guard rows.contains(where: { $0.allSatisfy(\.isFinite) }) else { return nil }
    let index = open(name, columns)
    var isBroken = false
    var isFirst = true
    for (i, row) in rows.enumerated() {
      guard row.allSatisfy(\.isFinite) else {
        isBroken = true
        continue
      }
      if isBroken, !isFirst { text += "\n" }
      isBroken = false
      isFirst = false
      text += row.map { "\($0)" }.joined(separator: " ")
      text += (texts.isEmpty ? "" : " " + texts[i]) + "\n"
    }
    return index
  }

  /// Adds the bytes of an image; returns where they begin in the image file.
  mutating func add(_ image: GreyImage) -> Int {
    defer { images.append(image.pixels) }
    return images.count
  }

  /// Counts values that could not be drawn.
  mutating func note(_ name: String, missing: Int) {
    if missing > 0 { gaps.append((name.onOneLine, missing)) }
  }

  private mutating func open(_ name: String, _ columns: String) -> Int {
    if blocks > 0 { text += "\n\n" }
    text += "# block \(blocks): \"\(name.onOneLine)\": \(columns)\n"
    defer { blocks += 1 }
    return blocks
  }
}
