import CKernels

/// Padding and a transform worked out for one size of image: where each input comes from.
///
/// The kernels know nothing of padding: a padded pixel is one that comes from the background,
/// which stands at position `size`, after the image's last pixel.
enum GatherPlan: Sendable {
  case copy
  case permuted(order: [Int32])
  case resampled(taps: [Int32], weights: [Real])

  init(height: Int, width: Int, padding: Int, transform: Transform) {
    let grid = PaddedGrid(height: height, width: width, padding: padding)
    switch transform {
    case .identity:
      self =
        padding == 0 ? .copy : .permuted(order: (0..<grid.count).map { Int32(grid.source($0)) })
    case .permutation(let order):
      require(
        order.count == grid.count && Set(order) == Set(0..<grid.count),
        "a pixel permutation must hold each of 0..<\(grid.count) once")
      self = .permuted(order: order.map { Int32(grid.source($0)) })
    case .rotation(let degrees):
      let table = Rotation(degrees: degrees).table(on: grid)
      self = .resampled(taps: table.taps, weights: table.weights)
    }
  }
}

/// An image with `padding` background pixels on each side.
struct PaddedGrid {
  let height, width, padding: Int

  var rows: Int { height + 2 * padding }
  var columns: Int { width + 2 * padding }
  var count: Int { rows * columns }

  /// The stored pixel under a row and column of the padded image, or height·width for background.
  func source(row: Int, column: Int) -> Int {
    let y = row - padding
    let x = column - padding
    return (0..<height).contains(y) && (0..<width).contains(x) ? y * width + x : height * width
  }

  /// The same for the padded image's pixel at `position` in row-major order.
  func source(_ position: Int) -> Int {
    source(row: position / columns, column: position % columns)
  }
}
