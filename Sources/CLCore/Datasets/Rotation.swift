import Foundation

/// A turn about the centre of an image, as four weighted pixels for each one of the result.
struct Rotation {
  private let cosine, sine: Double

  /// Counter-clockwise, as the image is seen.
  init(degrees: Double) {
    let turn = degrees.truncatingRemainder(dividingBy: 360)
    // Quarter turns move pixels onto pixels; sin and cos of a rounded π would blur them.
    switch turn < 0 ? turn + 360 : turn {
    case 0: (cosine, sine) = (1, 0)
    case 90: (cosine, sine) = (0, 1)
    case 180: (cosine, sine) = (-1, 0)
    case 270: (cosine, sine) = (0, -1)
    case let angle: (cosine, sine) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    }
  }

  /// Taps and weights, each [4, count].
  ///
  /// Places are rounded to 1/64 of a pixel, so weights are multiples of 1/4096 and a weighted sum
  /// of bytes is exact: the same bits in any order of summation, and whatever the last bit of the
  /// system's cosine.
  func table(on grid: PaddedGrid) -> (taps: [Int32], weights: [Real]) {
    var taps = [Int32](repeating: 0, count: 4 * grid.count)
    var weights = [Real](repeating: 0, count: 4 * grid.count)
    let middleY = Double(grid.rows - 1) / 2
    let middleX = Double(grid.columns - 1) / 2
    for position in 0..<grid.count {
      let y = Double(position / grid.columns) - middleY
      let x = Double(position % grid.columns) - middleX
      // Rows run downwards, so the inverse of a counter-clockwise turn has these signs.
      let fromY = ((middleY + x * sine + y * cosine) * 64).rounded() / 64
      let fromX = ((middleX + x * cosine - y * sine) * 64).rounded() / 64
      let (top, left) = (fromY.rounded(.down), fromX.rounded(.down))
      let (down, right) = (fromY - top, fromX - left)
      for corner in 0..<4 {
        let (row, column) = (corner / 2, corner % 2)
        let place = corner * grid.count + position
        taps[place] = Int32(grid.source(row: Int(top) + row, column: Int(left) + column))
        weights[place] = Real((row == 1 ? down : 1 - down) * (column == 1 ? right : 1 - right))
      }
    }
    return (taps, weights)
  }
}
