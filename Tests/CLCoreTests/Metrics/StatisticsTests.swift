import CLCore
import Foundation
import Testing

/// Accuracies of two methods over the same five seeds; the numbers expected are those of SciPy
/// 1.17.1: `stats.sem`, `stats.t.interval` and `stats.t.ppf`.
private let a = [0.913, 0.897, 0.921, 0.905, 0.888]
private let b = [0.871, 0.902, 0.884, 0.879, 0.860]

private func isClose(_ x: Double?, _ y: Double, within relative: Double = 1e-12) -> Bool {
  x.map { abs($0 - y) <= relative * abs(y) } ?? false
}

@Suite("Statistics of seeds") struct StatisticsTests {
  @Test("Mean, deviation, error and interval are SciPy's") func seeds() {
    let s = Statistics(a)
    #expect(s.count == 5)
    #expect(isClose(s.mean, 0.9048))
    #expect(isClose(s.standardDeviation, 0.012969194269498791))
    #expect(isClose(s.standardError, 0.0058))
    #expect(isClose(s.interval()?.lowerBound, 0.8886966183898528))
    #expect(isClose(s.interval()?.upperBound, 0.9209033816101473))
  }

  @Test("The paired interval is that of the differences") func paired() {
    let s = Statistics.paired(a, minus: b)
    #expect(isClose(s.mean, 0.0256))
    #expect(isClose(s.interval()?.lowerBound, 0.0028636437367115693))
    #expect(isClose(s.interval()?.upperBound, 0.04833635626328847))
  }

  @Test("Methods can differ in pairs although their own intervals overlap") func pairsSeeMore() {
    guard let one = Statistics(a).interval(), let other = Statistics(b).interval(),
      let difference = Statistics.paired(a, minus: b).interval()
    else {
      Issue.record("five runs have an interval")
      return
    }
    #expect(one.overlaps(other))
    #expect(!difference.contains(0))
  }

  @Test("One run has a mean and no spread") func single() {
    let s = Statistics([0.5])
    #expect(s.mean == 0.5)
    #expect(s.standardDeviation == nil)
    #expect(s.standardError == nil)
    #expect(s.interval() == nil)
  }

  @Test("A run that gave NaN has no interval, and does not trap") func diverged() {
    #expect(Statistics([0.5, .nan]).interval() == nil)
    #expect(Statistics([0.5, .infinity]).interval() == nil)
  }

  @Test(
    "Student's t quantiles are SciPy's",
    arguments: [
      (0.90, 1, 6.313751514675037), (0.90, 2, 2.9199855803537242), (0.90, 30, 1.697260886593957),
      (0.95, 1, 12.706204736174694), (0.95, 2, 4.302652729749462), (0.95, 3, 3.1824463052837078),
      (0.95, 4, 2.7764451051977934), (0.95, 5, 2.5705818356363146), (0.95, 9, 2.262157162798205),
      (0.95, 29, 2.045229642132703), (0.95, 100, 1.9839715185235518),
      (0.95, 999, 1.9623414611334493), (0.99, 1, 63.656741162871526), (0.99, 4, 4.604094871349992),
      (0.99, 30, 2.7499956535672254),
    ])
  func quantiles(confidence: Double, degrees: Int, expected: Double) {
    let t = StudentT(degreesOfFreedom: degrees)
    #expect(isClose(t.twoSidedQuantile(confidence: confidence), expected, within: 1e-11))
  }
}
