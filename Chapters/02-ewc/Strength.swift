import Book
import CLCore
import Foundation

/// A strength λ of EWC and the optimiser that meets it.
struct Strength: Sendable {
  let lambda: Double
  let optimizer: any Optimizer
  /// The optimiser's learning rate.
  let rate: Double

  init(_ lambda: Double, _ optimizer: any Optimizer, rate: Double) {
    (self.lambda, self.optimizer, self.rate) = (lambda, optimizer, rate)
  }
}

/// What came of one strength λ under one optimiser.
struct Trial: Codable {
  /// The accuracy on the tasks before the last one, after the last one; `nil` when the run diverged.
  let kept: Double?
  /// The accuracy on each task but the first right after it was learnt; `nil` when the run diverged.
  let gained: Double?
  /// The largest rate · λ · max F that any task began with.
  let reach: Double

  /// EWC of this strength on a whole stream.
  init(
    _ strength: Strength, samples: Int?, _ stream: TaskStream, _ scale: Scale, seed: UInt64
  ) throws {
    let method = EWC(lambda: strength.lambda, samples: samples)
    var run = try scale.run(method, stream, seed)
    run.learner.optimizer = strength.optimizer
    var reach = 0.0
    do {
      for task in stream.dropLast() {
        try run.learnTask()
        let steepness = run.strategy.penalty(task, run.learner)?.weight.values.max() ?? 0
        reach = max(reach, strength.rate * Double(steepness))
      }
      try run.learnTask()
    } catch RunError.diverged {
      (kept, gained, self.reach) = (nil, nil, reach)
      return
    }
    let matrix = run.matrix
    let last = stream.count
    func mean(_ values: [Double?]) -> Double? {
      let known = values.compactMap { $0 }
      return known.isEmpty ? nil : known.mean
    }
    kept = mean((0..<last - 1).map { matrix[after: last, on: $0] })
    gained = mean((1..<last).map { matrix[after: $0 + 1, on: $0] })
    self.reach = reach
  }
}

/// Online EWC that keeps the share γ of what it knew, at each task.
struct Faded {
  let gamma: Double
  let outcome: Outcome

  init(gamma: Double, _ runs: [Learnt]) {
    self.gamma = gamma
    outcome = Outcome(.task, OnlineEWC(lambda: 1, gamma: gamma), runs)
  }

  var name: String { "online EWC, γ = " + String(format: "%g", gamma) }

  /// The accuracy on each task after the last one.
  var left: Band {
    Band(
      outcome.runs.map { run in
        (0..<run.tasks).map { run.matrix[after: run.tasks, on: $0] ?? .nan }
      })
  }
}
