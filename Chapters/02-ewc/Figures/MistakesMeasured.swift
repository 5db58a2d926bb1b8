import Book
import CLCore
import Lessons

/// Average accuracy against λ for the versions that were tried, in two panels; the last of `scores` is that
/// of fine-tuning.
func tuningsFigure(
  _ tunings: [Tuning], _ scores: [[AccuracyMatrix]], _ scale: Scale
) -> Figure {
  let fineTuning = scores.last.map { Verdict.At(lambda: 0, matrices: $0).acc.mean } ?? .nan
  let all = tunings.flatMap(\.accuracy) + [fineTuning]
  let low = ((all.min() ?? 0) * 20).rounded(.down) / 20
  let high = ((all.max() ?? 1) * 20).rounded(.up) / 20
  func line(_ tuning: Tuning, as name: String? = nil, shiftedBy factor: Double = 1) -> Line {
    let name = name ?? tuning.version.name
    return Line(
      name, x: tuning.lambdas.map { $0 * factor }, y: tuning.accuracy,
      style: .version(name), showsPoints: true, isEmphasised: name == "EWC")
  }
  let right = tunings.prefix(1).map { line($0) }
  let half = tunings.prefix(1).map { line($0, as: "missing ½", shiftedBy: 0.5) }
  let size = tunings.filter { $0.version.kind == .size }.map { line($0) }
  let rest = tunings.filter { $0.version.kind != .size && $0.version.kind != .right }
  func panel(_ title: String, _ lines: [Line], isFirst: Bool) -> Panel {
    Panel(
      title: title, x: Axis("λ", isLogarithmic: true),
      y: Axis(isFirst ? "average accuracy" : "", range: low...high),
      marks: .over(
        lines, references: [.horizontal(fineTuning, isFirst ? "" : "fine-tuning")]))
  }
  return Figure(
    title: "A wrong size moves λ; two wrong meanings have no good λ",
    alt: """
      Average accuracy after five tasks against λ, in two panels. Left, the versions of the wrong size: \
      their curves rise to the height of that of EWC, at other λ. Right, the Fisher information of the new \
      data and the importance backwards stay below and fall as λ grows; p(x) rises and falls like EWC.
      """,
    caption:
      "ACC, mean over \(tunings.first?.seeds ?? 0) seeds used for nothing else; missing ½ is "
      + "EWC at 2λ. \(scale.trialWords).",
    panels: [
      panel("the wrong size", right + half + size, isFirst: true),
      panel("another meaning", right + rest.map { line($0) }, isFirst: false),
    ], columns: 2)
}

/// What each version loses against EWC, with EWC's λ and with its own.
func verdictsFigure(_ verdicts: [Verdict], against ewc: Verdict.At) -> Figure {
  let rows = verdicts.filter { $0.name != "EWC" }
  let heights = rows.indices.map { Double(rows.count - $0) }
  let intervals = rows.flatMap { [$0.copied, $0.own].compactMap { $0 } }.compactMap {
    $0.difference(from: ewc).interval()
  }
  let low = intervals.map(\.lowerBound).min() ?? -0.5
  let high = intervals.map(\.upperBound).max() ?? 0.5
  func marks(
    _ label: String, _ style: SeriesStyle, lift: Double, _ at: (Verdict) -> Verdict.At?
  ) -> [Mark] {
    let found = zip(rows, heights).compactMap { row, height in
      at(row).map { (difference: $0.difference(from: ewc), height: height + lift) }
    }
    let intervals = found.compactMap { item in
      item.difference.interval().map {
        Mark.line(
          Line(
            x: [$0.lowerBound, $0.upperBound], y: [item.height, item.height], style: style))
      }
    }
    return intervals + [
      .points(
        Points(
          label, x: found.map(\.difference.mean), y: found.map(\.height), style: style))
    ]
  }
  return Figure(
    title: "Some mistakes cannot be told from EWC here, some are as bad as no penalty",
    alt: """
      For fine-tuning and each of nine mistakes, the difference in average accuracy from EWC with its 95 % \
      interval, once with EWC's λ and once with the version's own best λ.
      """,
    caption: "Difference in ACC, paired by seed, and 95 % t-interval over "
      + "\(ewc.matrices.count) seeds; λ chosen on other seeds.",
    panels: [
      Panel(
        x: Axis("average accuracy less that of EWC", range: low - 0.01...high + 0.01),
        y: Axis(range: 0.4...Double(rows.count) + 0.6, ticks: heights, names: rows.map(\.name)),
        marks: [.reference(.vertical(0, "EWC"))]
          + marks("with EWC's λ", SeriesStyle(.black, .solid, .square), lift: 0.14) { $0.copied }
          + marks("with its own λ", SeriesStyle(.orange, .solid, .openCircle), lift: -0.14) {
            $0.own
          })
    ], aspect: 0.7)
}

/// Accuracy on each task at the end, with all wells and with the last alone.
func overwritingFigure(_ verdicts: [Verdict]) -> Figure {
  let bands = ["EWC", "last task only"].compactMap { name in
    verdicts.first { $0.name == name }.map { (name: name, band: Band($0.copied.lastRows)) }
  }
  return .curves(
    title: "With the last well alone, the oldest task pays",
    alt: """
      Accuracy on each of five tasks after the last, for EWC and for EWC that keeps only the last well. EWC is \
      nearly level; the last well alone is lower on the first tasks and higher on the last.
      """,
    caption: "After five tasks, both with EWC's λ. \(bands.first?.band.note ?? "").",
    x: Axis("task", ticks: (1...5).map(Double.init)),
    y: Axis("accuracy after the last task"),
    bands.map { name, band in
      band.line(
        name, x: band.mean.indices.map { Double($0 + 1) }, style: .version(name),
        showsPoints: true)
    })
}
