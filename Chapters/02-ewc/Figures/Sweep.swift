import Book
import CLCore
import Foundation
import Lessons

/// What is kept and what is gained against λ, with SGD and with Adam side by side.
func strengthFigure(
  _ sgd: [(Strength, [Trial])], _ adam: [(Strength, [Trial])], seeds: Int
) -> Figure {
  let old = SeriesStyle(method: "EWC")
  let new = SeriesStyle(.orange, .dashed, .square)
  func panel(_ title: String, _ swept: [(Strength, [Trial])], label: String) -> Panel {
    let whole = swept.filter { $0.1.allSatisfy { $0.kept != nil } }
    let broken = swept.filter { $0.1.contains { $0.kept == nil } }.map(\.0.lambda)
    func line(_ name: String, _ style: SeriesStyle, _ value: (Trial) -> Double?) -> Mark {
      let curves = (0..<seeds).map { seed in whole.map { value($0.1[seed]) ?? .nan } }
      return .line(
        Band(curves).line(name, x: whole.map(\.0.lambda), style: style, showsPoints: true))
    }
    var marks = [line("new tasks", new, \.gained), line("old tasks", old, \.kept)]
    if let first = broken.first {
      let style = SeriesStyle(.black, .solid, .cross)
      marks.append(.points(Points(x: broken, y: broken.map { _ in 0.53 }, style: style)))
      marks.append(.text(Note("breaks off", x: first, y: 0.57, side: .centre)))
    }
    let lambdas = swept.map(\.0.lambda)
    return Panel(
      title: title,
      x: Axis("λ", range: lambdas[0]...lambdas[lambdas.count - 1] * 3, isLogarithmic: true),
      y: Axis(label, range: 0.5...1.02, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1]), marks: marks)
  }
  return Figure(
    title: "SGD breaks off before new tasks pay for the hold; with Adam they pay",
    alt: """
      Two panels of accuracy against λ on a logarithmic axis. With SGD the accuracy on old tasks rises \
      with λ until, at strengths marked by crosses, runs break off. With Adam the range of λ is far wider: \
      the accuracy on old tasks rises and stays, while that on new tasks falls.
      """,
    caption:
      "Domain-incremental. Old tasks: mean accuracy on tasks 1 to 4 after task 5; new tasks: on "
      + "tasks 2 to 5, each right after it was learnt. Crosses: at least one seed broke off. "
      + "\(seedsNote(seeds)).",
    panels: [
      panel("SGD, rate 0.1", sgd, label: "accuracy"), panel("Adam, rate 0.001", adam, label: ""),
    ], columns: 2, aspect: 0.5)
}

/// What each run keeps against how far it went towards the limit of gradient descent, and beyond.
func limitFigure(_ sgd: [(Strength, [Trial])], _ adam: [(Strength, [Trial])]) -> Figure {
  func points(_ name: String, _ swept: [(Strength, [Trial])], _ style: SeriesStyle) -> Mark {
    let trials = swept.flatMap(\.1).filter { $0.kept != nil && $0.reach > 0 }
    return .points(
      Points(name, x: trials.map(\.reach), y: trials.map { $0.kept ?? .nan }, style: style))
  }
  let broken = sgd.flatMap(\.1).filter { $0.kept == nil }.map(\.reach)
  return Figure(
    title: "Gradient descent ends at ηλ max F = 2; Adam does not notice",
    alt: """
      One point a run: the accuracy on old tasks against the product of learning rate, λ and the largest \
      Fisher information, on a logarithmic axis. The points of SGD rise up to 2, where a line is drawn; \
      beyond it all its runs break off or fall to guessing. The points of Adam go on for many decades.
      """,
    caption:
      "One point a run, domain-incremental; max F is the largest steepness of the well over λ "
      + "with which a task began. Guessing is right half of the time.",
    panels: [
      Panel(
        x: Axis("ηλ max F", isLogarithmic: true),
        y: Axis("accuracy on old tasks", range: 0.45...1, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1]),
        marks: [
          .reference(.vertical(2, "2", dash: .dashed)),
          points("SGD", sgd, SeriesStyle(.black, .solid, .square)),
          points("Adam", adam, SeriesStyle(.sky, .solid, .openCircle)),
          .points(
            Points(
              "SGD, broken off", x: broken, y: broken.map { _ in 0.5 },
              style: SeriesStyle(.black, .solid, .cross))),
        ])
    ], aspect: 0.55)
}
