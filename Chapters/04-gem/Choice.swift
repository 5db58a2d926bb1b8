import Book
import CLCore
import Lessons

extension Course {
  /// Fine-tuning, what keeps importances, what keeps samples, and joint training on all of them.
  var candidates: [[any Strategy]] {
    [
      [FineTuning()], [0.1, 1].map { EWC(lambda: $0) }, [averaged(kept)], [gem(kept)],
      [replay(kept)], [Joint(atTheEnd: true)],
    ]
  }

  /// GEM as in the paper's experiments, with so many samples a task.
  func gem(_ kept: Int, _ margin: GEM.Margin = .lowerBound(0.5)) -> GEM {
    GEM(samplesPerTask: kept, margin: margin)
  }

  /// A-GEM with GEM's memory and as many samples for its one gradient as GEM has for each.
  func averaged(_ kept: Int) -> AGEM { AGEM(.ring(perTask: kept), batchSize: kept) }

  /// Replay with GEM's memory: as many old samples in a step as new ones, all alike.
  func replay(_ kept: Int) -> ExperienceReplay {
    ExperienceReplay(.ring(perTask: kept), weighting: .alike)
  }

  /// ACC of an entry on a stream; 0 where training did not hold together.
  func accuracy(_ entry: Entry, _ stream: TaskStream, _ seed: UInt64, _ progress: Meter) throws
    -> Double
  {
    do {
      return try learn(entry, stream, seed, progress).matrix.averageAccuracy ?? 0
    } catch RunError.diverged {
      return 0
    }
  }
}

/// For each method, stream by stream, ACC less replay's and the learning rate chosen.
func gainsAndRates(_ results: [[Outcome]], _ choices: [Choice]) -> [[String]] {
  results[0].map(\.name).map { name in
    [name]
      + zip(results, choices).flatMap { outcomes, choice in
        [
          outcomes[name].map { outcomes.gain(of: $0, over: "replay") } ?? "–",
          choice.rate(of: name).formatted(),
        ]
      }
  }
}

/// What did best on one stream: an entry for each method.
///
/// Of the trials whose mean is within one standard error of the best's, the one with the smallest rate, and
/// of those the best: where seeds cannot tell two rates apart, chance shall not (Breiman, Friedman, Olshen &
/// Stone 1984, section 3.4.3, who choose the smaller tree).
struct Choice: Sendable {
  let entries: [Entry]

  /// The choice among each method's `trials`, for which `found` has the accuracies [trials][seeds] one after
  /// the other.
  init(_ trials: [[Entry]], _ found: [[Double]]) {
    var rest = found[...]
    entries = trials.compactMap { group in
      defer { rest = rest.dropFirst(group.count) }
      let results = zip(group, rest).map { (entry: $0, accuracy: Statistics($1)) }
      guard let best = results.max(by: { $0.accuracy.mean < $1.accuracy.mean }) else { return nil }
      let border = best.accuracy.mean - (best.accuracy.standardError ?? 0)
      return results.filter { $0.accuracy.mean >= border }
        .min { ($0.entry.rate, -$0.accuracy.mean) < ($1.entry.rate, -$1.accuracy.mean) }?.entry
    }
  }

  /// The rate chosen for a method.
  func rate(of name: String) -> Double {
    entries.first { $0.method.name == name }?.rate ?? 0.03
  }
}
