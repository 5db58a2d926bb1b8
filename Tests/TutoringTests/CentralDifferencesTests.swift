import CLCore
import Exercise
import Testing
import Tutoring

/// Whether a gradient belongs to a function, whatever the function is.
@Suite struct CentralDifferencesTests {
  private let theta = Tensor([0.5, -1, 2], [3])

  /// What is found of `gradient` for f(θ) = θ₀² + 3 θ₁ θ₂.
  private func finding(_ gradient: Value) -> Finding? {
    let differences = CentralDifferences(about: theta)
    let values = differences.places.map { Value($0[0] * $0[0] + 3 * $0[1] * $0[2]) }
    return differences.broken(by: gradient, of: values)
  }

  @Test func `The derivative passes`() {
    #expect(finding(.tensor([1, 6, -3], shape: [3])) == nil)
  }

  @Test func `The weight that is furthest off is named, with both numbers`() throws {
    let found = try #require(finding(.tensor([1.5, 6, -4], shape: [3])))
    #expect(found.message.contains("at weight 2 its central difference is -3"))
    #expect(found.message.contains("your gradient has -4"))
  }

  @Test func `What is not finite or has another count is for others to say`() {
    #expect(finding(.tensor([.nan, 6, -3], shape: [3])) == nil)
    #expect(finding(.tensor([1, 6], shape: [2])) == nil)
  }
}
