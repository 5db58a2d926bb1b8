import CLCore
import Testing
import palimpsest

@Suite("Ours beside what was published")
struct ComparisonTests {
  /// Four runs with this mean and standard error.
  private func ours(_ mean: Double, error: Double) -> Statistics {
    Statistics([-1, 1, -1, 1].map { mean + $0 * error * 3.squareRoot() })
  }

  @Test("A standard deviation is divided by √runs, a standard error is not")
  func standardErrors() throws {
    let deviation = Published(90, .standardDeviation(2), runs: 16, .authors)
    #expect(deviation.standardError == 0.5)
    #expect(Published(90, .standardError(2), runs: 16, .authors).standardError == 2)
    #expect(Published(90, runs: 16, .authors).standardError == nil)
    #expect(abs(try #require(ours(90, error: 0.5).standardError) - 0.5) < 1e-12)
  }

  @Test(
    "agree within two combined standard errors or within a point, and only then",
    arguments: [
      (90.9, 0.1, true), (91.1, 0.1, false), (92.0, 1.0, true), (88.0, 1.0, true),
      (93.0, 1.0, false), (87.0, 1.0, false),
    ])
  func agreement(mean: Double, error: Double, agrees: Bool) {
    let published = Published(90, .standardError(0.5), runs: 20, .copied)
    let comparison = Comparison(ours: ours(mean, error: error), published: published)
    #expect(comparison.verdict == (agrees ? .agrees : .differs))
    #expect(abs(comparison.difference - (mean - 90)) < 1e-9)
  }

  @Test(
    "Runs published without a spread are taken to scatter as ours: a single one by our deviation")
  func singlePublished() throws {
    // Standard error 0.5 and standard deviation 1, for there are four runs.
    let four = ours(92, error: 0.5)
    for (runs, expected) in [(1, 1.25), (4, 0.5), (100, 0.26)] {
      let comparison = Comparison(ours: four, published: Published(90, runs: runs, .authors))
      let error = try #require(comparison.combinedError)
      #expect(abs(error * error - expected) < 1e-9)
      #expect(comparison.isClose == (runs == 1))
    }
    // What was published counts, and not our spread.
    let published = Published(90, .standardDeviation(0), runs: 1, .authors)
    let error = try #require(Comparison(ours: four, published: published).combinedError)
    #expect(abs(error - 0.5) < 1e-9)
  }

  @Test("A figure from memory is never said to agree or to differ, and is marked")
  func memory() {
    for mean in [90.0, 50.0] {
      let published = Published(90, .standardError(0.5), runs: 20, .memory)
      #expect(Comparison(ours: ours(mean, error: 1), published: published).verdict == .unverified)
      #expect(published.text.hasSuffix("[M]"))
    }
    #expect(!Published(90, runs: 20, .authors).text.contains("["))
  }

  @Test("One run of ours has no standard error; theirs alone counts")
  func single() {
    let published = Published(90, .standardError(2), runs: 20, .authors)
    let comparison = Comparison(ours: Statistics([93]), published: published)
    #expect(comparison.combinedError == 2 && comparison.errors == 1.5)
    #expect(
      Comparison(ours: Statistics([93]), published: Published(90, runs: 1, .authors)).errors == nil)
  }
}
