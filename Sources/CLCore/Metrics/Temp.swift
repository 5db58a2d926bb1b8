public struct AccuracyMatrix: Sendable, Codable, Equatable {
  var r: [[Double]]
  init(tasks: Int) { r = .init(repeating: .init(repeating: -1, count: tasks), count: tasks + 1) }
  public subscript(i: Int, j: Int) -> Double {
    get { r[i][j] }
    set { r[i][j] = newValue }
  }
  public var values: [[Double]] { r }
  public var averageAccuracy: Double { r.last!.reduce(0, +) / Double(r[0].count) }
  public var backwardTransfer: Double {
    let n = r[0].count - 1; var t = 0.0; for j in 0..<n { t += r[n + 1][j] - r[j + 1][j] };
    return t / Double(n)
  }
  public var forwardTransfer: Double {
    let n = r[0].count - 1; var t = 0.0; for j in 1...n { t += r[j][j] - r[0][j] };
    return t / Double(n)
  }
}
public struct Interval: Sendable {
  public let mean, halfWidth: Double
  public var low: Double { mean - halfWidth }; public var high: Double { mean + halfWidth }
  public init(_ v: [Double]) {
    mean = v.reduce(0, +) / Double(v.count); let m = mean;
    let s = v.map { ($0 - m) * ($0 - m) }.reduce(0, +);
    halfWidth = v.count > 1 ? 2.776 * (s / Double(v.count - 1) / Double(v.count)).squareRoot() : 0
  }
}
