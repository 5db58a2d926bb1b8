import Foundation
import Testing
import Theta

@Suite("Random numbers")
struct RandomTests {
  @Test("SplitMix64 gives the reference outputs for seed 1234567")
  func reference() {
    var random = Random(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test("Named streams repeat, and differ by seed, name and index")
  func namedStreams() {
    func first(_ seed: UInt64, _ name: String, _ index: Int = 0) -> UInt64 {
      var random = Random(seed: seed, name, index)
      return random.next()
    }
    #expect(first(1, "a") == first(1, "a"))
    var seen = Set<UInt64>()
    for seed in 0..<20 as Range<UInt64> {
      for name in ["", "a", "b", "ab", "ba", "initialisation", "batches"] {
        for index in 0..<20 { seen.insert(first(seed, name, index)) }
      }
    }
    #expect(seen.count == 20 * 7 * 20)
  }

  @Test("A generator saved and restored goes on where it stopped")
  func codable() throws {
    var random = Random(seed: 5)
    _ = random.next()
    var restored = try JSONDecoder().decode(Random.self, from: JSONEncoder().encode(random))
    #expect(restored == random)
    #expect(restored.normal() == random.normal())
  }

  @Test("The logarithm agrees with the C library's to 1e-15 of its value")
  func logarithm() {
    var random = Random(seed: 7)
    var worst = 0.0
    for _ in 0..<20_000 {
      for x in [
        random.uniform() + 0x1p-53, 1 + (random.uniform() - 0.5) * 1e-3,
        (random.uniform() + 0.5)
          * Double(sign: .plus, exponent: random.below(1800) - 900, significand: 1),
      ] where x != 1 {
        worst = max(worst, abs(naturalLogarithm(x) - log(x)) / abs(log(x)))
      }
    }
    #expect(worst < 1e-15)
    #expect(naturalLogarithm(1) == 0)
  }

  @Test("Normal numbers have the moments of the normal distribution")
  func moments() {
    var random = Random(seed: 11)
    let n = 200_000
    let sample = (0..<n).map { _ in random.normal() }
    func moment(_ power: Int) -> Double {
      sample.reduce(0) { sum, x in sum + (0..<power).reduce(1) { product, _ in product * x } }
        / Double(n)
    }
    // Four standard errors: Var xᵏ is 1, 2, 15 and 96.
    let root = Double(n).squareRoot()
    #expect(abs(moment(1)) < 4 / root)
    #expect(abs(moment(2) - 1) < 4 * 2.0.squareRoot() / root)
    #expect(abs(moment(3)) < 4 * 15.0.squareRoot() / root)
    #expect(abs(moment(4) - 3) < 4 * 96.0.squareRoot() / root)
  }

  @Test("Normal numbers pass the Kolmogorov–Smirnov test at 0.1 %")
  func kolmogorovSmirnov() {
    var random = Random(seed: 13)
    let n = 50_000
    let sample = (0..<n).map { _ in random.normal() }.sorted()
    var distance = 0.0
    for (i, x) in sample.enumerated() {
      let below = 0.5 * erfc(-x / 2.0.squareRoot())
      distance = max(distance, below - Double(i) / Double(n), Double(i + 1) / Double(n) - below)
    }
    #expect(distance < 1.95 / Double(n).squareRoot())
  }

  @Test("The first normal numbers of a seed never change")
  func frozen() {
    var random = Random(seed: 1)
    let expected: [UInt64] = [
      4_601_407_943_086_469_324, 4_601_894_385_929_139_744, 13_822_931_456_121_442_852,
      4_607_432_476_233_908_252,
    ]
    #expect(expected.map { _ in random.normal().bitPattern } == expected)
  }

  @Test("Truncated normal numbers stay within the bound")
  func truncated() {
    var random = Random(seed: 17)
    let sample = (0..<20_000).map { _ in random.truncatedNormal() }
    #expect(sample.allSatisfy { abs($0) <= 2 })
    #expect(sample.contains { abs($0) > 1.9 })
  }

  @Test("Uniform numbers fill [0, 1) and stay inside a closed range")
  func uniform() {
    var random = Random(seed: 19)
    let n = 100_000
    var counts = [Int](repeating: 0, count: 20)
    for _ in 0..<n { counts[Int(random.uniform() * 20)] += 1 }
    let expected = Double(n) / 20
    let chiSquare = counts.reduce(0) { $0 + pow(Double($1) - expected, 2) / expected }
    #expect(chiSquare < 43.8)  // 0.1 % with 19 degrees of freedom
    for _ in 0..<1000 { #expect((-3.0...(-1.0)).contains(random.uniform(in: -3...(-1)))) }
  }

  @Test("below(n) is even over 0..<n, for an n that is no power of two")
  func below() {
    var random = Random(seed: 23)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.below(7)] += 1 }
    let chiSquare = counts.reduce(0) { $0 + pow(Double($1) - 10_000, 2) / 10_000 }
    #expect(chiSquare < 22.5)  // 0.1 % with 6 degrees of freedom
    #expect(random.below(1) == 0)
    #expect((0..<100).allSatisfy { _ in (0..<Int.max).contains(random.below(Int.max)) })
  }

  @Test("A permutation holds every number once, and all orders of four are equally likely")
  func permutation() {
    var random = Random(seed: 29)
    #expect(random.permutation(1000).sorted() == Array(0..<1000))
    #expect(random.permutation(0).isEmpty)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[random.permutation(4), default: 0] += 1 }
    #expect(counts.count == 24)
    let chiSquare = counts.values.reduce(0) { $0 + pow(Double($1) - 1000, 2) / 1000 }
    #expect(chiSquare < 49.7)  // 0.1 % with 23 degrees of freedom
  }
}
