/// `log.csv`: an accuracy a row, for a spreadsheet or a data frame. Made from the records of the seeds alone.
package enum RunLog {
  /// The columns: steps made, the task under way or just learnt (from 1; 0 is before any), the loss where it
  /// was measured within a task, the task tested (from 1), its accuracy. A seed that diverged has one row, whose loss is
  /// `nan` and whose accuracy is empty.
  static let heading = "seed,step,task,loss,tested,accuracy"

  /// The rows of some seeds, in their order; those that diverged come last.
  package static func text(_ records: [SeedRecord], diverged: [Divergence] = []) -> String {
    let ends = diverged.map { "\($0.seed),\($0.steps),\($0.tasksLearnt + 1),nan,," }
    return ([heading] + records.flatMap(rows) + ends).joined(separator: "\n") + "\n"
  }

  private static func rows(_ record: SeedRecord) -> [String] {
    let between = record.curve.flatMap { point in
      point.accuracies.enumerated().map { tested, accuracy in
        "\(record.seed),\(point.step),\(point.task + 1),\(point.loss),\(tested + 1),\(accuracy)"
      }
    }
    let matrix = record.matrix.rows.enumerated().flatMap { learnt, row in
      row.enumerated().map { tested, accuracy in
        "\(record.seed),,\(learnt),,\(tested + 1),\(accuracy.map { "\($0)" } ?? "")"
      }
    }
    return between + matrix
  }
}
