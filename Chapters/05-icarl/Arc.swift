import Book
import CLCore
import Foundation

/// Thirty points on an arc of the plane: nothing lies where their mean is.
struct Arc {
  /// [30, 2]
  let points: Tensor

  /// Draws the points.
  init(seed: UInt64) {
    var random = Random(seed: seed, "arc")
    points = Tensor(
      (0..<30).flatMap { n -> [Real] in
        let angle = (-35 + 250 * (Double(n) + random.uniform()) / 30) * .pi / 180
        let radius = 1 + 0.07 * random.normal()
        return [Real(radius * cos(angle)), Real(radius * sin(angle))]
      }, [30, 2])
  }

  /// Where the points of some rows are.
  func places(_ rows: some Collection<Int>) -> (x: [Double], y: [Double]) {
    (rows.map { Double(points[$0, 0]) }, rows.map { Double(points[$0, 1]) })
  }

  /// The mean of the points of some rows.
  func mean(_ rows: some Collection<Int>) -> (x: Double, y: Double) {
    let (x, y) = places(rows)
    return (x.mean, y.mean)
  }

  /// How far the mean of the points of some rows is from that of all.
  func distance(of rows: [Int]) -> Double {
    let all = points.meanRow
    return Double((points.rows(at: rows).meanRow - all).norm)
  }
}
