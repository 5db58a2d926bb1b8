import Book
import CLCore
import Lessons

/// ACC and BWT on both streams, a column a stream.
func resultsFigure(_ results: [[Outcome]], _ names: [String], _ course: Course) -> Figure {
  let accuracies = zip(results, names).enumerated().map { number, pair in
    Panel(
      title: pair.1,
      y: Axis(number == 0 ? "ACC" : "", range: 0...0.9, ticks: [0, 0.2, 0.4, 0.6, 0.8]),
      marks: [bars(pair.0) { $0.acc }])
  }
  let transfers = results.enumerated().map { number, outcomes in
    Panel(
      y: Axis(number == 0 ? "BWT" : "", range: -0.5...0.2, ticks: [-0.4, -0.2, 0, 0.2]),
      marks: [
        bars(outcomes.filter { $0.name != "joint" }) { $0.bwt }, .reference(.horizontal(0)),
      ])
  }
  return Figure(
    title: "On Rotated, GEM and replay keep what fine-tuning and A-GEM lose",
    alt: """
      Bars of average accuracy and of backward transfer for five methods on two streams. On Permuted the \
      five are close, below joint training. On Rotated fine-tuning, EWC and A-GEM forget, GEM and replay do not.
      """,
    caption: "\(course.tasks) tasks, task not told. \(seedsNote(results[0][0].runs.count)). "
      + "\(course.words). Joint training: five passes over everything, at the end.",
    panels: accuracies + transfers, columns: 2, aspect: 0.75)
}

/// A bar a method.
private func bars(_ methods: [Outcome], _ value: (Outcome) -> Statistics) -> Mark {
  let values = methods.map(value)
  return .bars(
    Bars(
      categories: methods.map(\.name),
      series: [
        Bars.Series(
          "", values.map(\.mean), errors: values.map { $0.margin() ?? 0 }, style: .reference,
          // Paler than the method's own colour, for an error bar is black.
          styles: methods.map {
            SeriesStyle(SeriesStyle(method: $0.name).colour.mixed(with: .white, share: 0.4))
          })
      ]))
}

/// R of some methods side by side.
func matricesFigure(_ outcomes: [Outcome], _ course: Course) -> Figure {
  let panels = outcomes.enumerated().map { number, outcome in
    let r = meanMatrix(outcome.runs.map(\.matrix))
    let cells = r.enumerated().flatMap { i, row in
      row.enumerated().map { j, value in Heatmap.Cell(row: i, column: j, value: value) }
    }
    return Panel(
      title: outcome.name, x: Axis("tested on task"),
      y: Axis(number == 0 ? "after training on task" : ""),
      marks: [
        .heatmap(
          Heatmap(
            cells: cells, rows: r.indices.map { $0 == 0 ? "start" : "\($0)" },
            columns: (1..<r.count).map { "\($0)" }, scale: .sequential(0...0.8),
            label: "accuracy", decimals: nil, showsScale: number == outcomes.count - 1))
      ])
  }
  return Figure(
    title: "Fine-tuning knows the angles near the last one; GEM and replay know them all",
    alt: """
      Three accuracy matrices of the stream of rotated images. Under fine-tuning only a band along the \
      diagonal is bright. Under GEM and replay everything on and below the diagonal is about as bright.
      """,
    caption:
      "R on Rotated, mean over \(outcomes.first?.runs.count ?? 0) seeds. Above the diagonal: tasks "
      + "not yet trained on.",
    panels: panels, columns: 3, aspect: 0.5)
}

extension [Outcome] {
  /// The mean over seeds of one method's ACC less another's.
  func meanGain(of name: String, over other: String) -> Double {
    guard let a = self[name], let b = self[other] else { return .nan }
    return Statistics.paired(a.accuracies, minus: b.accuracies).mean
  }
}
