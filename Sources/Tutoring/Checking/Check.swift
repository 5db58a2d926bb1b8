import CLCore
import Exercise

/// How an exercise is checked. It holds none of the learner's code: it draws numbers, asks the learner's
/// program for values, and compares them with the method's own.
package protocol Check: Sendable {
  /// The exercise's folder, `02-ewc/fisher`.
  var place: String { get }
  /// What is tried, in order: the first that fails is the one to look at.
  var trials: [Trial] { get }
}

/// One thing that an answer must fulfil.
package struct Trial: Sendable {
  /// What holds when it passes, in a few words.
  package let name: String
  /// Draws numbers that the learner has not seen, and says what should come of them.
  package let question: @Sendable (inout Random) -> Question

  /// A trial that asks `question` of several seeds.
  package init(_ name: String, _ question: @escaping @Sendable (inout Random) -> Question) {
    self.name = name
    self.question = question
  }
}

/// Calls, and how what comes back is judged.
package struct Question: Sendable {
  /// What is called, in order.
  package let calls: [Call]
  /// What is wrong with the values of all the calls; nil when nothing is.
  package let judge: @Sendable ([Value]) -> Finding?
  /// The wrong answers that are known by name.
  package let slips: [Slip]

  /// A call with one right answer.
  package init(
    _ call: Call, gives expected: Value, within tolerance: Double = 1e-3, slips: [Slip] = []
  ) {
    calls = [call]
    self.slips = slips
    let comparison = Comparison(expected: expected, tolerance: tolerance, slips: slips)
    judge = { comparison.finding($0[0]) }
  }

  /// Calls whose answers must have a property.
  package init(
    _ calls: [Call], slips: [Slip] = [], judge: @escaping @Sendable ([Value]) -> Finding?
  ) {
    self.calls = calls
    self.slips = slips
    self.judge = judge
  }
}

/// A wrong answer with a name: what it gives, and what its maker is told.
package struct Slip: Sendable {
  /// Its name, as in `slips.md`.
  package let name: String
  /// What is said to the learner.
  package let message: String
  /// What it gives where the right answer is asked for.
  package let value: Value
  /// How near it is.
  package let level: Level

  /// A slip that gives `value`.
  package init(_ name: String, _ message: String, gives value: Value, level: Level = .wrong) {
    self.name = name
    self.message = message
    self.value = value
    self.level = level
  }
}
