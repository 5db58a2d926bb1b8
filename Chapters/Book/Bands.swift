import CLCore
import Foundation
import Lessons

/// Several seeds' curves as one: at each point the mean and the 95 % t-interval.
public struct Band {
  /// The means, one a point.
  public let mean: [Double]
  /// The lower and upper ends of the intervals; empty for a single seed.
  public let low, high: [Double]
  /// How many curves were taken together.
  public let seeds: Int

  /// The band of curves of one length, [seeds][points].
  public init(_ curves: [[Double]]) {
    seeds = curves.count
    let points = curves.first?.indices ?? 0..<0
    let statistics = points.map { i in Statistics(curves.map { $0[i] }) }
    mean = statistics.map(\.mean)
    low = statistics.compactMap { $0.interval()?.lowerBound }
    high = statistics.compactMap { $0.interval()?.upperBound }
  }

  /// The band of curves of positive numbers that are read on a logarithmic axis: the geometric mean,
  /// and the interval of the logarithms.
  public init(logarithmic curves: [[Double]]) {
    let band = Band(curves.map { $0.map { log($0) } })
    mean = band.mean.map { exp($0) }
    low = band.low.map { exp($0) }
    high = band.high.map { exp($0) }
    seeds = band.seeds
  }

  /// What a caption says of the band.
  public var note: String { seedsNote(seeds) }

  /// The band as a curve of a figure.
  public func line(
    _ label: String?, x: [Double], style: SeriesStyle, showsPoints: Bool = false
  ) -> Line {
    Line(label, x: x, y: mean, low: low, high: high, style: style, showsPoints: showsPoints)
  }
}

/// What a caption says of its bands or bars.
public func seedsNote(_ seeds: Int) -> String {
  seeds > 1 ? "Mean and 95 % t-interval over \(seeds) seeds" : "One seed"
}
