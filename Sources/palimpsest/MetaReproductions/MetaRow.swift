import CLCore

/// A row of a table of meta-learning: a method after a number of steps.
package struct MetaRow: Sendable {
  package let entry: MetaEntry
  package let step: Int
  /// The mean loss over the tasks that did not diverge.
  package let mean: Statistics
  /// The median over all tasks.
  package let median: Statistics
  /// How many tasks diverged, of all seeds together, and of how many.
  package let diverged: (count: Int, of: Int)
  /// The published mean, that of one run; `nil` where nothing was published.
  package let published: Published?

  /// Our mean beside the published one. A loss has no points: it agrees within two standard errors.
  package var comparison: Comparison? {
    published.map { Comparison(ours: mean, published: $0, none: 0) }
  }
}

extension MetaReproduction {
  /// The rows that some results come to.
  package func rows(of results: [MetaResult]) -> [MetaRow] {
    entries.flatMap { entry in
      let curves = results.filter { $0.method == entry.method }.map(\.curve)
      return test.steps(of: entry).map { step in
        let diverged = curves.map { $0.diverged(beyond: test.bound, after: step) }
        let figure = test.steps.firstIndex(of: step).flatMap { entry.published?[$0] }
        return MetaRow(
          entry: entry, step: step,
          mean: Statistics(zip(curves, diverged).map { $0.mean(after: step, leaving: $1) }),
          median: Statistics(curves.map { $0.median(after: step) }),
          diverged: (diverged.map(\.count).reduce(0, +), curves.count * test.tasks),
          published: figure.map { Published($0, runs: 1, .copied) })
      }
    }
  }

  /// The methods that differ from what was published after one of the numbers of steps.
  func entries(thatDifferIn rows: [MetaRow]) -> [MetaEntry] {
    entries.filter { entry in
      rows.contains { $0.entry.method == entry.method && $0.comparison?.verdict == .differs }
    }
  }
}

extension MetaRow {
  /// The published figure as it stands in a table.
  var publishedText: String { published?.mean.hundredths ?? "–" }
}
