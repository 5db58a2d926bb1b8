import Book
import CLCore

/// The strengths chosen, a row a method, a column a scenario.
func strengthRows(_ chosen: [Chosen]) -> [[String]] {
  let names = chosen.filter { $0.strength != nil }.map(\.contest.method.name)
    .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
  return names.map { name in
    [name]
      + Scenario.allCases.map { scenario in
        chosen.first { $0.contest.scenario == scenario && $0.contest.method.name == name }?
          .strength?.formatted() ?? "–"
      }
  }
}

extension Entrant {
  /// The scenarios in which it takes part, as a table names them.
  var scenarioNames: String {
    scenarios.count == Scenario.allCases.count
      ? "all three" : scenarios.map(\.name).joined(separator: ", ")
  }
}

extension [Outcome] {
  /// What the methods of one scenario reach and cost, a row a method.
  var rows: [[String]] {
    let base = self["fine-tuning"] ?? self[0]
    return map { outcome in
      let weights = outcome.runs.map { Double($0.costs.weights) / 1000 }.mean
      // Joint training at the end alone has learnt nothing before, and so forgets nothing.
      return [
        outcome.name, outcome.acc.text, outcome.name == "joint" ? "–" : outcome.bwt.text,
        "\(Int(weights.rounded()))", "\(outcome.costs.samples)",
        "× \(outcome.time(against: base).compact)",
      ]
    }
  }
}
