public struct AccuracyMatrix: Sendable, Codable, Equatable {
  var r: [[Double]]
  init(tasks: Int) { r = .init(repeating: .init(repeating: .nan, count: tasks), count: tasks + 1) }
  public subscript(i: Int, j: Int) -> Double { get { r[i][j] } set { r[i][j] = newValue } }
  public var averageAccuracy: Double { r.last!.reduce(0, +) / Double(r[0].count) }
  public var bwt: Double { let n = r[0].count - 1; var t = 0.0; for j in 0..<n { t += r[n+1][j] - r[j+1][j] }; return t / Double(n) }
}
