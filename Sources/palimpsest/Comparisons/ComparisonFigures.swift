import CLCore
import Foundation
import Lessons

extension RunComparison {
  /// The figures by name: accuracy from task to task, accuracy against what it costs, R of each run, and where it
  /// was measured between tasks, how the first task fares.
  package func figures() throws -> [(name: String, figure: Figure)] {
    guard !runs.isEmpty else { return [] }
    let styles = try self.styles()
    var figures = [("curves", curves(styles)), ("cost", cost(styles))]
    if let first = firstTask(styles) { figures.append(("first-task", first)) }
    for (file, (label, run)) in zip(RunNames.files(labels), zip(labels, runs)) {
      figures.append(("matrix-" + file, matrix(label, run)))
    }
    return figures
  }

  /// Each run in the style of its method; of several runs of one method, in styles of their own.
  private func styles() throws -> [SeriesStyle] {
    let own = try runs.map {
      let about = try $0.config.methodType().about
      return SeriesStyle(family: about.family.rawValue, line: about.line)
    }
    guard Set(own).count == own.count else {
      return runs.indices.map { SeriesStyle.distinct[$0 % SeriesStyle.distinct.count] }
    }
    return own
  }

  /// What the accuracies at the end show, and no more than that.
  private var finding: String {
    let tasks = runs.map { $0.records[0].matrix.tasks }
    let (fewest, most) = (tasks.min() ?? 1, tasks.max() ?? 1)
    guard fewest == most else {
      return "The runs have \(fewest) to \(most) tasks: their ends are not of the same tasks"
    }
    func percent(_ place: Int) -> String {
      (runs[place].percent(\.averageAccuracy)?.mean ?? .nan).formatted(decimals: 1) + " %"
    }
    let over = most == 1 ? "on the only task" : "over all tasks"
    switch standing(\.matrix.averageAccuracy) {
    case .undefined: return "Mean accuracy \(over), where it is defined"
    case .single: return "\(labels[0]) ends at \(percent(0)) \(over)"
    case .equal:
      let who = runs.count == 2 ? "\(labels[0]) and \(labels[1])" : "All \(runs.count) runs"
      return "\(who) end equal, at \(percent(0)) \(over)"
    case .highest(let best):
      return "\(labels[best]) ends highest, at \(percent(best)) \(over)"
    case .open(let best, let rivals):
      let (first, others) = openText(best, rivals, percent)
      return "\(first) is not shown to end above \(others) \(over)"
    }
  }

  /// How far the accuracies of the figures may be trusted.
  var seedsText: String {
    let all = Set(runs.map(\.seeds)).sorted { $0.lexicographicallyPrecedes($1) }
    let seeds = all.map(\.seedText).joined(separator: " or ")
    guard all.contains(where: { $0.count > 1 }) else {
      return "Seed \(seeds) alone: no error can be given."
    }
    return "Mean over seeds \(seeds); "
      + (showsBands
        ? "bands are 95 % t-intervals." : "without intervals, for so many would cover each other.")
  }

  /// A_k over k, with the 95 % t-interval over seeds as a band.
  private func curves(_ styles: [SeriesStyle]) -> Figure {
    let series = runs.indices.map { i in
      let tasks = runs[i].records[0].matrix.tasks
      let points = (1...tasks).map { k in
        runs[i].percent { $0.averageAccuracy(after: k) }
      }
      let bands = points.map { $0?.interval() }
      let hasBand = showsBands && bands.allSatisfy { $0 != nil }
      return Line(
        labels[i], x: (1...tasks).map(Double.init), y: points.map { ($0?.mean ?? .nan) / 100 },
        low: hasBand ? bands.map { max(0, ($0?.lowerBound ?? .nan) / 100) } : [],
        high: hasBand ? bands.map { min(1, ($0?.upperBound ?? .nan) / 100) } : [],
        style: styles[i], showsPoints: true)
    }
    let ends = zip(labels, series).map { "\($0) \(($1.y.last ?? .nan).formatted(decimals: 3))" }
    return .curves(
      title: finding,
      alt: "Mean accuracy over the tasks learnt so far, after each task. At the end: "
        + ends.joined(separator: ", ") + ".",
      caption: seedsText, x: Axis("tasks learnt", ticks: taskTicks),
      y: Axis("mean accuracy over tasks learnt", range: lowestTenth(of: series)...1), series)
  }

  /// More bands than this would cover each other and the curves.
  var showsBands: Bool { runs.count <= 7 }

  /// The tenth below all that is drawn.
  private func lowestTenth(of series: [Line]) -> Double {
    let low = series.flatMap { $0.y + $0.low }.filter(\.isFinite).min() ?? 0
    return min(0.9, (10 * low).rounded(.down) / 10)
  }

  /// A tick for each task of the longest run, or of several where there are many.
  private var taskTicks: [Double] {
    let most = runs.map { $0.records[0].matrix.tasks }.max() ?? 1
    return Array(stride(from: 1, through: Double(most), by: Double((most + 11) / 12)))
  }

  /// From below the lowest accuracy at the end to above the highest, so that close ones can be distinguished.
  private var endRange: ClosedRange<Double> {
    let ends = runs.compactMap { $0.percent(\.averageAccuracy)?.mean }.filter(\.isFinite)
    guard let low = ends.min(), let high = ends.max() else { return 0...1 }
    let room = max(0.1 * (high - low), 1)
    return max(0, low - room) / 100...min(100, high + room) / 100
  }

  /// Accuracy against the numbers kept and against time.
  private func cost(_ styles: [SeriesStyle]) -> Figure {
    func panel(_ axis: String, _ cost: (RunSummary) -> Double?) -> Panel {
      Panel(
        x: Axis(axis, isLogarithmic: true), y: Axis("average accuracy at the end", range: endRange),
        marks: runs.indices.compactMap { i in
          guard let x = cost(runs[i]), x > 0, let y = runs[i].percent(\.averageAccuracy)?.mean
          else { return nil }
          return .points(Points(x: [x], y: [y / 100], names: [labels[i]], style: styles[i]))
        })
    }
    let told = zip(labels, runs).map { label, run in
      "\(label): \(Int(run.memory.mean)) numbers"
        + (run.time.map { ", \($0.mean.formatted(decimals: 1)) s" } ?? "")
    }
    return Figure(
      title: finding,
      alt:
        "Average accuracy after the last task against numbers kept, and against seconds of learning. "
        + told.joined(separator: "; ") + ".",
      caption: seedsText.prefix { $0 != ";" && $0 != "." }
        + ". Numbers kept: θ, what the method adds, pixels of kept samples.",
      panels: [
        panel("numbers kept", { $0.memory.mean }), panel("seconds of learning", { $0.time?.mean }),
      ],
      columns: 2)
  }

  private func matrix(_ label: String, _ run: RunSummary) -> Figure {
    .matrix(
      title: transfer(label, run),
      alt: "Accuracy on each task after each task, \(label). Last row: "
        + (run.meanMatrix.last ?? []).map { $0.formatted(decimals: 2) }.joined(separator: ", ")
        + ".",
      caption: run.seeds.count == 1
        ? "R of seed \(run.seeds[0])." : "Mean of R over seeds \(run.seeds.seedText).",
      run.meanMatrix)
  }

  /// What became of earlier tasks. Where the interval of several seeds has 0 in it, no loss or gain is claimed.
  private func transfer(_ label: String, _ run: RunSummary) -> String {
    guard run.records[0].matrix.tasks > 1 else {
      return "\(label) has one task: there is no earlier one to forget"
    }
    guard let backward = run.percent(\.backwardTransfer), backward.mean.isFinite else {
      return "\(label): accuracy on each task, where it is defined"
    }
    let points = abs(backward.mean).formatted(decimals: 1) + " points"
    if abs(backward.mean) < 0.05 { return "\(label) neither gains nor loses on earlier tasks" }
    if backward.interval()?.contains(0) == true {
      return "\(label): a change by \(points) on earlier tasks, within what seeds differ by"
    }
    return backward.mean < 0
      ? "\(label) loses \(points) of what it learnt, on average"
      : "\(label) gains \(points) on earlier tasks"
  }
}
