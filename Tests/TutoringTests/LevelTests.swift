import Exercise
import Testing
import Tutoring

/// What is said about an answer, by how it differs from the right one.
@Suite struct LevelTests {
  private static let right = Value.tensor([1, 2, 3, 4, 5, 7], shape: [2, 3])

  /// What is found when `answer` comes where `right` is asked for.
  private func finding(_ answer: Value, where right: Value = right) -> Finding? {
    let slip = Slip("ones", "All ones.", gives: .tensor([1, 1, 1, 1, 1, 1], shape: [2, 3]))
    return Question(Call("f", []), gives: right, slips: [slip]).judge([answer])
  }

  @Test func `The right numbers in the right shape pass`() {
    #expect(finding(Self.right) == nil)
    #expect(finding(.tensor([1, 2, 3, 4, 5, 7.0001], shape: [2, 3])) == nil)
  }

  @Test func `A known slip is called by its name`() {
    #expect(finding(.tensor([1, 1, 1, 1, 1, 1], shape: [2, 3]))?.slip == "ones")
  }

  @Test func `A slip that gives the right answer here is not named`() {
    let slip = Slip("same", "", gives: Self.right)
    let question = Question(Call("f", []), gives: Self.right, slips: [slip])
    #expect(question.judge([.tensor([9, 2, 3, 4, 5, 7], shape: [2, 3])])?.slip == nil)
  }

  @Test(arguments: [(0.5, "half of"), (2, "twice"), (-1, "the negative of"), (1.7, "1.7 times")])
  func `A constant factor is almost right, and is told`(factor: Double, words: String) throws {
    let found = try #require(
      finding(.tensor([1, 2, 3, 4, 5, 7].map { factor * $0 }, shape: [2, 3])))
    #expect(found.level == .almost)
    #expect(found.message.contains(words))
  }

  @Test func `The transposed answer is almost right`() {
    #expect(finding(.tensor([1, 4, 2, 5, 3, 7], shape: [3, 2]))?.level == .almost)
    let square = Value.tensor([1, 2, 3, 4], shape: [2, 2])
    #expect(finding(.tensor([1, 3, 2, 4], shape: [2, 2]), where: square)?.level == .almost)
  }

  @Test func `An answer that is a little off is almost right`() {
    #expect(finding(.tensor([1, 2, 3, 4, 5, 7.05], shape: [2, 3]))?.level == .almost)
  }

  @Test func `Another shape or kind is said first`() throws {
    let found = try #require(finding(.tensor([1, 2, 3, 4, 5, 7], shape: [6])))
    #expect(found.level == .shape)
    #expect(
      found.message
        == "The answer is a tensor [6]; asked for is a tensor [2, 3]. The numbers are right.")
    #expect(finding(.number(1))?.level == .shape)
  }

  @Test func `A NaN is wrong, not almost`() throws {
    let found = try #require(finding(.tensor([1, .nan, 3, 4, 5, 7], shape: [2, 3])))
    #expect(found.level == .wrong)
    #expect(found.message.contains("Number 1 is nan"))
  }

  @Test func `What is wrong is shown at its worst place`() throws {
    let found = try #require(finding(.tensor([1, 2, 3, 4, 0.25, 7], shape: [2, 3])))
    #expect(found == Finding(.wrong, "The answer is wrong: 0.25 at number 4, expected is 5.0."))
  }

  @Test func `Whole numbers are compared one by one`() throws {
    let found = try #require(finding(.integers([3, 1, 2]), where: .integers([3, 2, 1])))
    #expect(found.message == "At place 1 stands 1; expected is 2.")
  }
}
