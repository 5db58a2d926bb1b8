/// How verdicts are told in a list.
package enum Telling {
  /// A line on an exercise: its mark, number, name, and what is wrong.
  package static func line(_ exercise: BookExercise, _ verdict: Verdict) -> String {
    let head = "\(mark(verdict.level)) \(exercise.number)  \(exercise.name)"
    switch verdict.level {
    case .right: return head
    case .untouched: return "\(head): untouched"
    default:
      return
        "\(head): \(verdict.level.rawValue), \(verdict.passed) of \(verdict.trials.count) checks pass. \(verdict.message)"
    }
  }

  /// How many are right, and how many untouched.
  package static func total(_ verdicts: [Verdict]) -> String {
    let right = verdicts.count { $0.level == .right }
    let untouched = verdicts.count { $0.level == .untouched }
    return "\(right) of \(verdicts.count) right, \(untouched) untouched."
  }

  /// A sign for a level.
  package static func mark(_ level: Level) -> String {
    switch level {
    case .right: "✓"
    case .untouched: "·"
    case .almost: "≈"
    case .broken, .shape, .wrong: "✗"
    }
  }
}
