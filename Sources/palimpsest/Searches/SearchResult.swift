import CLCore
import Foundation

/// What came of the trials of a search.
package struct SearchResult {
  package let plan: SearchPlan
  /// The records of each trial.
  package let records: [[SeedRecord]]

  package init(_ plan: SearchPlan, _ records: [[SeedRecord]]) {
    self.plan = plan
    self.records = records
  }

  /// Average accuracy after the last task, in per cent, of each trial.
  package var accuracies: [Statistics] {
    records.map { Statistics($0.map { 100 * ($0.matrix.averageAccuracy ?? .nan) }) }
  }

  /// The trial with the highest mean; the first of several.
  package var best: Int {
    let means = accuracies.map(\.mean)
    return means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
  }

  /// `search.csv`: a row a trial.
  package var log: String {
    let heading = ["trial"] + plan.names + ["accuracy", "sem", "seeds"]
    let rows = plan.trials.indices.map { i in
      let found = accuracies[i]
      return ["\(i + 1)"] + plan.values(of: plan.trials[i])
        + ["\(found.mean)", found.standardError.map { "\($0)" } ?? "", "\(found.count)"]
    }
    return ([heading] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The best settings as a protocol to be run: on the tasks that were not held back, with these seeds.
  package func bestConfig(seeds: [UInt64]) -> RunConfig {
    var config = plan.trials[best]
    config.onHeldBack = nil
    config.seeds = seeds
    return config
  }
}
