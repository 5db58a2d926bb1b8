import Book
import CLCore
import Lessons

/// What CPG did in each task, over several runs: a row a task.
func compactedRows(_ runs: [CPG.Progress], _ pairs: Pairs) -> [[String]] {
  Pair.inOrder.indices.map { task in
    let own = runs.map { $0.learnt[task] }
    return [pairs.name(Pair.inOrder[task])]
      + [own.map(\.sparsity), own.map(\.sharePicked), own.map(\.goal)].map { Statistics($0).text }
  }
}

/// What DEN changed in each task after the first, over several runs: a row a task.
func changedRows(_ runs: [DEN.Progress], _ pairs: Pairs) -> [[String]] {
  Pair.inOrder.indices.dropFirst().map { task in
    let own = runs.map { $0.changes[task] }
    func brief(_ count: (DEN.Change) -> Int) -> String {
      Statistics(own.map { Double(count($0)) }).brief
    }
    return [
      pairs.name(Pair.inOrder[task]), brief { $0.selected.first ?? 0 },
      Statistics(own.map(\.loss)).text, brief { $0.added.reduce(0, +) },
      brief { $0.split.reduce(0, +) },
    ]
  }
}

/// What DEN chose to retrain under a strength μ of ‖W‖₁, and what came of it.
func chosenRow(_ sparsity: Double, _ method: Journeys) -> [String] {
  ["\(sparsity)"] + [0, 1, 2].map { method.chosen($0).brief } + [method.acc.text]
}

extension Journeys {
  /// How many units of a layer, 0 for the input, DEN chose for a task after the first: the mean over tasks.
  func chosen(_ layer: Int) -> Statistics {
    Statistics(
      all.compactMap { journey in
        guard let changes = journey.den?.changes.dropFirst() else {
          return nil
        }
        return Statistics(changes.map { Double($0.selected[layer]) }).mean
      })
  }

  /// What the method keeps and reaches from networks that begin with so many hidden units.
  func row(_ hidden: [Int]) -> [String] {
    [
      name, hidden.widths, Int(kept.rounded()).grouped, acc.text,
      bwt.text,
    ]
  }
}

extension Statistics {
  /// A count: `"18.8 ± 4.8"`.
  fileprivate var brief: String {
    func written(_ value: Double) -> String { "\((10 * value).rounded() / 10)" }
    return written(mean) + (margin().map { " ± \(written($0))" } ?? "")
  }
}
