import CLCore
import Foundation

/// What came of the trials of a search.
package struct SearchResult {
  package let plan: SearchPlan
  /// The records of each trial; those of a trial that diverged are not all there.
  package let records: [[SeedRecord]]

  package init(_ plan: SearchPlan, _ records: [[SeedRecord]]) {
    self.plan = plan
    self.records = records
  }

  /// Average accuracy after the last task, in per cent, of each trial; `nil` of one of which a seed diverged, for the
  /// mean of the other seeds would speak well of settings that fail.
  package var accuracies: [Statistics?] {
    zip(plan.trials, records).map { trial, records in
      guard records.count == trial.seeds.count else { return nil }
      return Statistics(records.map { 100 * ($0.matrix.averageAccuracy ?? .nan) })
    }
  }

  /// The trial with the highest mean, the first of several; `nil` when all diverged.
  package var best: Int? {
    let means = accuracies.map { $0?.mean ?? -.infinity }
    let place = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    return accuracies[place] == nil ? nil : place
  }

  /// `search.csv`: a row per trial, its `status` "finished" or "diverged".
  package var log: String {
    let heading = ["trial"] + plan.names + ["accuracy", "sem", "seeds", "status"]
    let rows = plan.trials.indices.map { i in
      let found = accuracies[i]
      return ["\(i + 1)"] + plan.values(of: plan.trials[i])
        + [
          found.map { "\($0.mean)" } ?? "", found?.standardError.map { "\($0)" } ?? "",
          "\(records[i].count)", found == nil ? "diverged" : "finished",
        ]
    }
    return ([heading] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The best settings as a protocol to be run: on the tasks that were not held back, with these seeds; `nil` when every
  /// trial diverged.
  package func bestConfig(seeds: [UInt64]) -> RunConfig? {
    guard let best else { return nil }
    var config = plan.trials[best]
    config.onHeldBack = nil
    config.seeds = seeds
    return config
  }
}
