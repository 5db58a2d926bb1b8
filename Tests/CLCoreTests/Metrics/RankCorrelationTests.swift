import CLCore
import Foundation
import Testing

@Suite("Rank correlation") struct RankCorrelationTests {
  /// 1 − 6 Σd² / (n (n² − 1)), which holds without ties.
  private func fromDifferences(_ a: [Double], _ b: [Double]) -> Double {
    func rank(_ x: Double, in all: [Double]) -> Double { Double(all.filter { $0 < x }.count) }
    let n = Double(a.count)
    let squares = zip(a, b).map { x, y in pow(rank(x, in: a) - rank(y, in: b), 2) }
    return 1 - 6 * squares.reduce(0, +) / (n * (n * n - 1))
  }

  @Test("Without ties it is the textbook's formula in the differences of ranks") func formula() {
    var random = Random(seed: 4)
    let a = (0..<50).map { _ in random.normal() }
    let b = a.map { $0 + random.normal() }
    let rho = rankCorrelation(a, b) ?? .nan
    #expect(abs(rho - fromDifferences(a, b)) < 1e-12)
    #expect(rho > 0.3 && rho < 0.95)
  }

  @Test("Order is all that counts: any rising function leaves it at 1, a falling one at −1")
  func monotone() {
    var random = Random(seed: 5)
    let a = (0..<40).map { _ in random.normal() }
    #expect(abs((rankCorrelation(a, a.map { exp(3 * $0) }) ?? 0) - 1) < 1e-12)
    #expect(abs((rankCorrelation(a, a.map { -pow($0, 3) }) ?? 0) + 1) < 1e-12)
  }

  @Test("Equal numbers share the mean of their ranks") func ties() {
    // Ranks 1, 2½, 2½, 4 and 1, 2, 3, 4: covariance 4.5, variances 4.5 and 5.
    let rho = rankCorrelation([1, 2, 2, 3], [10, 20, 30, 40]) ?? .nan
    #expect(abs(rho - 4.5 / (4.5 * 5.0).squareRoot()) < 1e-12)
  }

  @Test("The order in which items come does not matter, many of them tied or not") func order() {
    var random = Random(seed: 6)
    let a = (0..<60).map { _ in max(0, random.normal()) }
    let b = a.map { $0 + random.normal() }
    let items = random.permutation(a.count)
    let rho = rankCorrelation(a, b) ?? .nan
    let other = rankCorrelation(items.map { a[$0] }, items.map { b[$0] }) ?? .nan
    #expect(abs(rho - other) < 1e-12)
  }

  @Test("Where nothing can be ranked there is no correlation") func nothingToRank() {
    #expect(rankCorrelation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(rankCorrelation([1, .nan, 3], [1, 2, 3]) == nil)
    #expect(rankCorrelation([1], [2]) == nil)
    #expect(rankCorrelation([], []) == nil)
  }
}
