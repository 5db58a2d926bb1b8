import CLCore
import Lessons

/// Results of meta-learning as text: a row a method and number of steps.
package struct MetaTable {
  private let reproduction: MetaReproduction
  private let results: [MetaResult]

  package init(_ reproduction: MetaReproduction, _ results: [MetaResult]) {
    self.reproduction = reproduction
    self.results = results
  }

  /// The lines, at most `width` columns wide.
  package func lines(width: Int) -> [String] {
    let table = Table(
      title: "", columns: ["method", "steps", "mean", "median", "diverged", "published"],
      rows: reproduction.entries.flatMap(rows))
    let note =
      "Mean squared error: the mean over the tasks that did not diverge, and the median over all; each ± "
      + "standard error over seeds \(reproduction.seeds.seedText). Diverged: test tasks, of all seeds "
      + "together. Published: the mean over all tasks, one run."
    return [""] + table.drawn(width: width) + [""]
      + StyledText(note).wrapped(to: width).map(\.plain)
  }

  private func rows(of entry: MetaEntry) -> [[String]] {
    let curves = results.filter { $0.method == entry.method }.map(\.curve)
    let test = reproduction.test
    let steps = test.steps(of: entry)
    return steps.map { step in
      let diverged = curves.map { $0.diverged(beyond: test.bound, after: step) }
      let means = zip(curves, diverged).map { $0.mean(after: step, leaving: $1) }
      let published = entry.published.flatMap { figures in
        test.steps.firstIndex(of: step).map { figures[$0].hundredths }
      }
      return [
        step == steps[0] ? entry.method : "", "\(step)", Statistics(means).withError,
        Statistics(curves.map { $0.median(after: step) }).withError,
        "\(diverged.map(\.count).reduce(0, +)) of \(curves.count * test.tasks)", published ?? "–",
      ]
    }
  }
}
