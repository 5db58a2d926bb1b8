/// A square of pixels on which a pen leaves smooth-edged lines.
struct GlyphCanvas {
  private let side: Int
  /// [side, side], 255 where the ink covers a pixel.
  private(set) var pixels: [UInt8]
  private var distances: [Double]

  init(side: Int) {
    self.side = side
    pixels = [UInt8](repeating: 0, count: side * side)
    distances = [Double](repeating: .infinity, count: side * side)
  }

  /// Replaces what is drawn. A pixel's ink falls linearly to none over one pixel at the edge.
  mutating func draw(_ writing: GlyphCharacter.Writing) {
    for i in distances.indices { distances[i] = .infinity }
    let centre = GlyphPoint(repeating: Double(side - 1) / 2)
    for line in writing.lines {
      for (from, to) in zip(line, line.dropFirst()) {
        measure(from + centre, to + centre, reach: writing.radius + 1)
      }
    }
    for i in pixels.indices {
      let ink = writing.radius + 0.5 - distances[i].squareRoot()
      pixels[i] = UInt8(255 * min(max(ink, 0), 1) + 0.5)
    }
  }

  /// Lowers the squared distances of the pixels near a straight piece to their distance from it.
  private mutating func measure(_ from: GlyphPoint, _ to: GlyphPoint, reach: Double) {
    let along = to - from
    let square = max(along.x * along.x + along.y * along.y, 1e-12)
    let low = pointwiseMin(from, to) - reach
    let high = pointwiseMax(from, to) + reach
    let last = Double(side - 1)
    guard high.x >= 0, high.y >= 0, low.x <= last, low.y <= last else { return }
    for row in Int(max(low.y, 0))...Int(min(high.y, last)) {
      for column in Int(max(low.x, 0))...Int(min(high.x, last)) {
        let offset = GlyphPoint(Double(column), Double(row)) - from
        let t = min(max((offset.x * along.x + offset.y * along.y) / square, 0), 1)
        let gap = offset - along * t
        let distance = gap.x * gap.x + gap.y * gap.y
        let place = row * side + column
        if distance < distances[place] { distances[place] = distance }
      }
    }
  }
}
