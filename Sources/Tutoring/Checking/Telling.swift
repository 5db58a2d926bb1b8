import Lessons

/// How verdicts are told in a list.
package enum Telling {
  /// A line on an exercise: its mark, number, name, and what is wrong.
  package static func line(_ exercise: BookExercise, _ verdict: Verdict) -> String {
    let head = "\(mark(verdict.level)) \(exercise.number)  \(exercise.name)"
    switch verdict.level {
    case .right: return head
    case .untouched: return "\(head): untouched"
    case .unchecked: return "\(head): \(verdict.message)"
    default:
      return
        "\(head): \(verdict.level.rawValue), \(verdict.passed) of \(verdict.trials.count) checks pass. \(verdict.message.prefix { $0 != "\n" })"
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
    case .unchecked: "?"
    case .broken, .shape, .wrong: "✗"
    }
  }

  /// What is said about one exercise: each check, what is wrong with the first that fails, what the code printed.
  package static func block(_ verdict: Verdict, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    let first = verdict.trials.firstIndex { $0.finding != nil }
    for (number, trial) in verdict.trials.enumerated()
    where verdict.ran && verdict.level != .untouched {
      let isRight = trial.finding == nil
      lines.append(StyledText("\(isRight ? "✓" : "✗") \(trial.name)", isRight ? .good : .bad))
      // What is wrong with the first is often what is wrong with the others.
      if number == first { break }
    }
    lines.append(StyledText())
    for line in verdict.message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      let styled = StyledText(String(line), style(verdict.level))
      // Code keeps its spaces.
      lines += line.hasPrefix("  ") ? [StyledText(String(line), .code)] : styled.wrapped(to: width)
    }
    let printed = verdict.printed.split(whereSeparator: \.isNewline).prefix(20)
    if !printed.isEmpty {
      lines.append(StyledText("Your code printed:", .dim))
      lines += printed.map { StyledText("  \($0)") }
    }
    if verdict.seconds.compiler > 0 {
      let times = [verdict.seconds.compiler, verdict.seconds.program].map {
        "\((10 * $0).rounded() / 10) s"
      }
      lines.append(StyledText("compiler \(times[0]), checks \(times[1])", .dim))
    }
    return lines
  }

  private static func style(_ level: Level) -> TextStyle {
    switch level {
    case .right: .good
    case .untouched: .plain
    case .almost, .unchecked: .notice
    case .broken, .shape, .wrong: .bad
    }
  }
}
