import CLCore
import Exercise

/// The calls of all trials of an exercise, and the judgement of what comes back.
package struct Interview: Sendable {
  private let trials: [(name: String, questions: [Question])]

  /// Draws the numbers of every trial from each of `seeds`.
  package init(_ check: any Check, seeds: [UInt64]) {
    trials = check.trials.map { trial in
      (
        trial.name,
        seeds.map { seed in
          var random = Random(seed: seed, "\(check.place): \(trial.name)")
          return trial.question(&random)
        }
      )
    }
  }

  /// All calls, in order.
  package var calls: [Call] { trials.flatMap { $0.questions.flatMap(\.calls) } }

  /// The names of all slips that some question knows.
  package var slips: Set<String> {
    Set(trials.flatMap { $0.questions.flatMap { $0.slips.map(\.name) } })
  }

  /// What the trials find, given the replies that came: fewer than calls when the program ended early, `end` saying how.
  package func results(_ replies: [Reply], end: String) -> [TrialResult] {
    var rest = replies[...]
    return trials.map { name, questions in
      let findings = questions.map { question in
        let own = Array(rest.prefix(question.calls.count))
        rest = rest.dropFirst(question.calls.count)
        return finding(question, own, end: end)
      }
      return TrialResult(name: name, finding: combined(findings))
    }
  }

  private func finding(_ question: Question, _ replies: [Reply], end: String) -> Finding? {
    var values: [Value] = []
    for reply in replies {
      switch reply {
      case .value(let value) where value.isSound: values.append(value)
      case .value: return Finding(.shape, "The answer's numbers do not fill its shape.")
      case .todo: return Finding(.untouched, "Still to be written.")
      case .failure(let message): return Finding(.broken, "It throws: \(message.prefix(500))")
      }
    }
    guard values.count == question.calls.count else { return Finding(.broken, end) }
    return question.judge(values)
  }

  /// What is said about a trial when each seed has its finding: a slip is named when all seeds that fail agree on it.
  private func combined(_ findings: [Finding?]) -> Finding? {
    let failed = findings.compactMap(\.self)
    guard let first = failed.first else { return nil }
    guard first.slip != nil || first.level == .almost,
      !failed.allSatisfy({ $0.slip == first.slip && $0.level == first.level })
    else { return first }
    return failed.min { $0.level < $1.level }.map { Finding(.wrong, $0.message) }
  }
}

/// What became of a trial.
package struct TrialResult: Equatable, Sendable {
  /// What was tried.
  package let name: String
  /// What is wrong; nil when nothing is.
  package let finding: Finding?
}
