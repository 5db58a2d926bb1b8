import Book
import CLCore
import Foundation

extension Contest {
  /// How strongly the method holds, for those that have a λ.
  var lambda: Double? { (method as? EWC)?.lambda ?? (method as? L2)?.lambda }
}

extension Outcome {
  /// The method's λ for a table.
  var strength: String { contest.lambda.map { String(format: "%g", $0) } ?? "–" }
}

extension [Outcome] {
  /// The outcome with the highest ACC of each method in each scenario.
  var best: [Outcome] {
    var found: [Outcome] = []
    for outcome in self {
      let rival = found.firstIndex {
        $0.scenario == outcome.scenario && $0.name == outcome.name
      }
      if let rival {
        if outcome.acc.mean > found[rival].acc.mean { found[rival] = outcome }
      } else {
        found.append(outcome)
      }
    }
    return found
  }
}
