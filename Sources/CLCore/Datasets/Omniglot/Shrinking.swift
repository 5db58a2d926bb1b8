/// Makes square images smaller: each new pixel is the mean of the area it covers.
///
/// Of 105 pixels that become 28, each new one covers 3.75 old ones, so those on an edge count in part. What was
/// rejected is to take every so-manieth pixel: a line one pixel wide would come and go.
struct Shrinking {
  private let from, to: Int
  /// For each new pixel along a side the first old one, and the shares of it and of those after it.
  private let shares: [(first: Int, weights: [Float])]

  /// From `from` to `to` pixels a side.
  init(from: Int, to: Int) {
    self.from = from
    self.to = to
    let width = Double(from) / Double(to)
    shares = (0..<to).map { place in
      let (low, high) = (Double(place) * width, min(Double(place + 1) * width, Double(from)))
      let old = Int(low)..<min(Int(high.rounded(.up)), from)
      return (
        old.lowerBound,
        old.map { Float((min(high, Double($0 + 1)) - max(low, Double($0))) / width) }
      )
    }
  }

  /// The smaller image of [from, from] pixels, [to, to].
  func callAsFunction(_ pixels: [UInt8]) -> [UInt8] {
    var columns = [Float](repeating: 0, count: from * to)
    for row in 0..<from {
      for (place, share) in shares.enumerated() {
        for (i, weight) in share.weights.enumerated() {
          columns[row * to + place] += weight * Float(pixels[row * from + share.first + i])
        }
      }
    }
    var result = [UInt8](repeating: 0, count: to * to)
    for (row, share) in shares.enumerated() {
      for place in 0..<to {
        var sum: Float = 0.5
        for (i, weight) in share.weights.enumerated() {
          sum += weight * columns[(share.first + i) * to + place]
        }
        result[row * to + place] = UInt8(min(sum, 255))
      }
    }
    return result
  }
}
