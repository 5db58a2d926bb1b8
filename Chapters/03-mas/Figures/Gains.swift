import Book
import CLCore
import Lessons

/// ACC on seed 0 against strength, a panel a stream; each method's strengths in units of its best.
func strengthFigure(_ searches: [Search], _ names: [String]) -> Figure {
  let panels = zip(searches, names).enumerated().map { number, pair in
    let (search, name) = pair
    return Panel(
      title: name, x: Axis("strength, in units of the best", isLogarithmic: true),
      y: Axis(number == 0 ? "average accuracy" : ""),
      marks: [.reference(.horizontal(search.fineTuning, "fine-tuning"))]
        + search.members.indices.map { i in
          let member = search.members[i]
          return .line(
            Line(
              member.name, x: member.strengths.map { $0 / search.best[i] },
              y: search.accuracies[i], style: SeriesStyle(method: member.name), showsPoints: true))
        })
  }
  return Figure(
    title: "On Split strong guards do well; on Permuted too strong is worse than none",
    alt: """
      Two panels of average accuracy against strength, one curve a method. On Split the curves rise and \
      stay high. On Permuted they rise a little and then fall steeply.
      """,
    caption: "ACC on seed 0, which is not reported anywhere else.", panels: panels, columns: 2,
    aspect: 0.5)
}

/// ACC less that of fine-tuning, in pairs, a panel a stream.
func familyFigure(_ results: [[Outcome]], _ names: [String], _ scale: Scale) -> Figure {
  let panels = zip(results, names).enumerated().map { number, pair in
    let (outcomes, name) = pair
    let methods = Array(outcomes.dropFirst())
    let gains = methods.map {
      Statistics.paired($0.accuracies, minus: outcomes[0].accuracies)
    }
    return Panel(
      title: name, y: Axis(number == 0 ? "ACC less that of fine-tuning" : ""),
      marks: [
        .bars(
          Bars(
            categories: methods.map(\.name),
            series: [
              Bars.Series(
                "", gains.map(\.mean), errors: gains.map { $0.margin() ?? 0 },
                style: .reference,
                // Paler than the method's own colour, for an error bar is black.
                styles: methods.map {
                  SeriesStyle(SeriesStyle(method: $0.name).colour.mixed(with: .white, share: 0.4))
                })
            ], decimals: 3)),
        .reference(.horizontal(0)),
      ])
  }
  return Figure(
    title: "On average most gain on fine-tuning; their intervals overlap",
    alt: """
      Bars of the gain in average accuracy over fine-tuning, one a method, in two panels. On Split the \
      methods with an importance gain alike and L2 less. On Permuted the gains are smaller.
      """,
    caption: "Means of paired differences and their 95 % t-intervals over "
      + "\(results[0][0].runs.count) seeds. \(scale.words).",
    panels: panels, columns: 2, aspect: 0.5)
}

extension Outcome {
  /// How often a method goes through the images of a task when the task has been learnt.
  var sweepsAtEnd: String {
    switch name {
    case "EWC", "SCP": "\(runs[0].outputs)"
    case "MAS": "1"
    default: "0"
    }
  }
}

extension [Outcome] {
  /// In words, whose paired interval against a method excludes 0.
  func verdict(over name: String) -> String {
    guard let other = self[name], other.runs.count > 1 else {
      return "One seed has no interval: nothing can be said against \(name)."
    }
    let rivals = filter { $0.name != name && $0.name != "fine-tuning" }
    func named(_ holds: (ClosedRange<Double>) -> Bool) -> String {
      let names = rivals.filter { rival in
        Statistics.paired(rival.accuracies, minus: other.accuracies).interval().map(holds) ?? false
      }.map(\.name)
      return names.isEmpty ? "none" : names.joined(separator: ", ")
    }
    return "Less \(name)'s, the 95 % interval lies above 0: \(named { $0.lowerBound > 0 }); "
      + "holds 0: \(named { $0.contains(0) }); lies below 0: \(named { $0.upperBound < 0 })."
  }
}
