import CLCore
import Lessons

extension RunComparison {
  /// The accuracy on the first task over all steps, with the 95 % t-interval over seeds as a band; `nil` unless
  /// every run has measured it between tasks, at the same steps for all its seeds.
  func firstTask(_ styles: [SeriesStyle]) -> Figure? {
    let series = runs.indices.compactMap { line(of: runs[$0], labels[$0], styles[$0]) }
    guard series.count == runs.count else { return nil }
    let ends = series.map { line in (line.label ?? "", line.y.last ?? .nan) }
    let starts = boundaries(of: runs[0]).enumerated().map { place, step in
      Reference.vertical(Double(step), "task \(place + 2)")
    }
    return .curves(
      title: keptText(series.map { $0.y.last ?? .nan }),
      alt: "Accuracy on the first task while all tasks are learnt. At the end: "
        + ends.map { "\($0.0) \($0.1.formatted(decimals: 2))" }.joined(separator: ", ") + ".",
      caption: seedsText, x: Axis("steps"),
      y: Axis("accuracy on the first task", range: 0...1), series, references: starts)
  }

  /// Who keeps most of the first task, as far as that is shown.
  private func keptText(_ ends: [Double]) -> String {
    func end(_ place: Int) -> String { ends[place].formatted(decimals: 2) }
    switch standing({ $0.curve.last?.accuracies.first }) {
    case .undefined: return "Accuracy on the first task, where it is defined"
    case .single: return "\(labels[0]) ends at \(end(0)) on the first task"
    case .equal: return "All runs end equal on the first task, at \(end(0))"
    case .highest(let best):
      return "\(labels[best]) keeps most of the first task: \(end(best)) at the end"
    case .open(let best, let rivals):
      let (first, others) = openText(best, rivals, end)
      return "\(first) is not shown to keep more of the first task than \(others)"
    }
  }

  private func line(of run: RunSummary, _ label: String, _ style: SeriesStyle) -> Line? {
    let steps = run.records[0].curve.map(\.step)
    guard !steps.isEmpty, run.records.allSatisfy({ $0.curve.map(\.step) == steps }) else {
      return nil
    }
    let points = steps.indices.map { place in
      Statistics(run.records.map { $0.curve[place].accuracies[0] })
    }
    let bands = showsBands ? points.compactMap { $0.interval() } : []
    return Line(
      label, x: steps.map(Double.init), y: points.map(\.mean),
      low: bands.count == points.count ? bands.map { max(0, $0.lowerBound) } : [],
      high: bands.count == points.count ? bands.map { min(1, $0.upperBound) } : [], style: style)
  }

  /// The last measured step before each task but the first.
  private func boundaries(of run: RunSummary) -> [Int] {
    let curve = run.records[0].curve
    return zip(curve, curve.dropFirst()).filter { $0.task != $1.task }.map(\.0.step)
  }
}
