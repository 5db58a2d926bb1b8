import Book
import CLCore
import Foundation
import Lessons

extension RunComparison {
  /// The figures by name: accuracy from task to task, accuracy against what it costs, R of each run, and where it
  /// was measured between tasks, how the first task fares.
  package func figures() throws -> [(name: String, figure: Figure)] {
    let styles = try self.styles()
    var figures = [("curves", curves(styles)), ("cost", cost(styles))]
    if let first = firstTask(styles) { figures.append(("first-task", first)) }
    for (label, run) in zip(labels, runs) {
      figures.append(("matrix-" + fileName(label), matrix(label, run)))
    }
    return figures
  }

  /// Each run in the style of its method; of several runs of one method, in styles of their own.
  private func styles() throws -> [SeriesStyle] {
    let own = try runs.map { SeriesStyle(method: try $0.config.strategy().name) }
    guard Set(own).count == own.count else {
      return runs.indices.map { SeriesStyle.distinct[$0 % SeriesStyle.distinct.count] }
    }
    return own
  }

  private var best: (label: String, accuracy: Double) {
    let means = runs.map { $0.percent(\.averageAccuracy)?.mean ?? -.infinity }
    let place = means.indices.max { means[$0] < means[$1] } ?? 0
    return (labels[place], means[place])
  }

  private var finding: String {
    "\(best.label) ends highest, at \(best.accuracy.formatted(decimals: 1)) % over all tasks"
  }

  var seedsText: String { "seeds " + (runs.first?.seeds.seedText ?? "") }

  /// A_k over k, with the 95 % t-interval over seeds as a band.
  private func curves(_ styles: [SeriesStyle]) -> Figure {
    let series = runs.indices.map { i in
      let tasks = runs[i].records[0].matrix.tasks
      let points = (1...tasks).map { k in
        runs[i].percent { $0.averageAccuracy(after: k) }
      }
      let bands = points.map { $0?.interval() }
      let hasBand = bands.allSatisfy { $0 != nil }
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
      caption: "Mean over \(seedsText); bands are 95 % t-intervals.",
      x: Axis("tasks learnt", ticks: (1...(runs[0].records[0].matrix.tasks)).map(Double.init)),
      y: Axis("mean accuracy over tasks learnt", range: 0...1), series)
  }

  /// Accuracy against the numbers kept and against time.
  private func cost(_ styles: [SeriesStyle]) -> Figure {
    func panel(_ axis: String, _ cost: (RunSummary) -> Double?) -> Panel {
      Panel(
        x: Axis(axis, isLogarithmic: true), y: Axis("average accuracy at the end", range: 0...1),
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
      caption:
        "Mean over \(seedsText). Numbers kept: θ, what the method adds, pixels of kept samples.",
      panels: [
        panel("numbers kept", { $0.memory.mean }), panel("seconds of learning", { $0.time?.mean }),
      ],
      columns: 2)
  }

  private func matrix(_ label: String, _ run: RunSummary) -> Figure {
    let backward = run.percent(\.backwardTransfer)?.mean ?? 0
    let points = abs(backward).formatted(decimals: 1) + " points"
    return .matrix(
      title: abs(backward) < 0.05
        ? "\(label) neither gains nor loses on earlier tasks"
        : backward < 0
          ? "\(label) loses \(points) of what it learnt, on average"
          : "\(label) gains \(points) on earlier tasks",
      alt: "Accuracy on each task after each task, \(label). Last row: "
        + (run.meanMatrix.last ?? []).map { $0.formatted(decimals: 2) }.joined(separator: ", ")
        + ".",
      caption: "Mean of R over seeds \(run.seeds.seedText).", run.meanMatrix)
  }

  private func fileName(_ label: String) -> String {
    String(label.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
