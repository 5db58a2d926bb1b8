import Book
import CLCore
import Lessons

/// The losses of two wells over θ, as they are and after one step, and where their mean is least.
func wellsFigure(_ wells: [Well], names: [String], rate alpha: Double) -> Figure {
  let x = grid(-1.8, 1.8, 181)
  func panel(_ title: String, _ y: String, _ best: Resting, after steps: Int) -> Panel {
    func losses(_ theta: Double) -> [Double] {
      wells.map { $0.loss($0.adapted(theta, rate: alpha, steps: steps)) }
    }
    let place = best.place(wells, rate: alpha, steps: steps)
    let lines = zip(wells.indices, [Dash.solid, .dotted]).map { i, dash in
      Line(names[i], x: x, y: x.map { losses($0)[i] }, style: SeriesStyle(.grey, dash, .none))
    }
    let mean = Line(
      "mean", x: x, y: x.map { losses($0).mean }, style: SeriesStyle(.black, .dashed, .none),
      isEmphasised: true)
    return Panel(
      title: "\(title): best at \(place.hundredths)",
      x: Axis("θ", range: -1.8...1.8, ticks: [-1, 0, 1]), y: Axis(y, range: 0...2),
      marks: .over(lines + [mean]) + [
        .points(
          Points(
            x: [place], y: [losses(place).mean],
            style: SeriesStyle(method: best.rawValue)))
      ])
  }
  return Figure(
    title: "The best place to stay is not the best place to start from",
    alt: """
      Two panels with the losses of a steep task solved at −1 and a flat one solved at 1, and their mean. On \
      the left, before any step, the mean is least near the steep task's solution. On the right, after one \
      step, the steep task's loss is nearly zero everywhere and the mean is least near the flat task's \
      solution.
      """,
    caption:
      "L = ½ a (θ − c)²: steep with a = 4 and c = −1, flat with a = 0.5 and c = 1. α = \(alpha.compact).",
    panels: [
      panel("θ stays", "loss at θ", .pretraining, after: 0),
      panel("θ takes one step", "loss at θ'", .maml, after: 1),
    ], columns: 2, aspect: 0.5)
}

/// How hard each method pulls towards the solution of a well, for each unit of its curvature; of Reptile, for each of
/// its steps.
func pullsFigure(steps: Int) -> Figure {
  let x = grid(0.01, 1.6, 160)
  let kinds: [(method: Resting, steps: Int, label: String)] = [
    (.pretraining, 1, "pretraining"), (.reptile, steps, "Reptile, \(steps) steps"),
    (.maml, 1, "MAML"), (.fomaml, 1, "FOMAML"),
  ]
  return .curves(
    title: "Where a step overshoots, the first order pushes away from the solution",
    alt: """
      The pull towards a task's solution, as a share of pretraining's, against α times curvature. Pretraining's is 1 \
      throughout. MAML's falls to 0 at 1 and rises again. FOMAML's falls on a straight line, through 0 at 1, and is \
      negative beyond. Reptile's falls at first faster than both and stays positive.
      """,
    caption:
      "Closed forms for L = ½ a (θ − c)²; beyond αa = 1 a step goes past the solution. MAML and FOMAML with one inner "
      + "step; Reptile with \(steps), divided by \(steps).",
    x: Axis("α a", range: 0...1.6), y: Axis("pull, in units of a", range: -0.6...1.1),
    kinds.map { method, steps, label in
      Line(
        label, x: x,
        y: x.map { a in
          let pull = method.pull(Well(curvature: a, solution: 0), rate: 1, steps: steps) / a
          return method == .reptile ? pull / Double(steps) : pull
        },
        style: SeriesStyle(method: method.rawValue))
    }, references: [.horizontal(0)], shades: [Shade(1...1.6, "overshoots")])
}

/// Where θ is drawn to by a current task and an old one, the latter judged after the step of either.
func tugFigure(current: Well, old: Well, rate alpha: Double) -> Figure {
  let x = grid(-3, 2, 201)
  func start(_ theta: Double, _ task: Well) -> Double { task.adapted(theta, rate: alpha) }
  func panel(_ title: String, _ method: String, _ judged: @escaping (Double) -> Double) -> Panel {
    func sum(_ theta: Double) -> Double {
      current.loss(start(theta, current)) + old.loss(judged(theta))
    }
    let best = x.min { sum($0) < sum($1) } ?? 0
    let colour = SeriesStyle(method: method).colour
    let landed = start(best, current)
    return Panel(
      title: title, x: Axis("θ", range: -3...2, ticks: [-2, -1, 0, 1]),
      y: Axis("loss after the step", range: -0.6...2.4, ticks: [0, 1, 2]),
      marks: .over([
        Line(
          "current", x: x, y: x.map { current.loss(start($0, current)) },
          style: SeriesStyle(.grey, .solid, .none)),
        Line(
          "old", x: x, y: x.map { old.loss(judged($0)) }, style: SeriesStyle(.grey, .dotted, .none)),
        Line(
          "sum", x: x, y: x.map(sum), style: SeriesStyle(colour, .dashed, .none), isEmphasised: true
        ),
      ]) + [
        .arrow(Arrow(from: Place(best, -0.3), to: Place(landed, -0.3), colour: .black)),
        .points(Points(x: [best], y: [sum(best)], style: SeriesStyle(method: method))),
        .text(Note("θ", x: best - 0.1, y: -0.3, side: .left)),
        .text(Note("θ'", x: landed + 0.1, y: -0.3)),
      ])
  }
  return Figure(
    title: "As it stands, the formula asks one θ' to solve both tasks",
    alt: """
      Two panels of losses over θ, of a current task solved at 1 and an old one solved at −1. On the left the old task is \
      judged after the current task's step: its loss is least far to the left, the sum at −1.5, and the step from there \
      ends at 0, halfway between both. On the right the old task takes its own step: the sum is least at 0 and the step \
      ends at 0.6.
      """,
    caption:
      "Both a = 1, solved at c = 1 (current) and c = −1 (old); α = \(alpha.compact), so that a step goes "
      + "\(alpha.compact) of the way. The arrow is the current task's step from where the sum is least.",
    panels: [
      panel("old task after the current one's step", "lifelong MAML, as it stands") {
        start($0, current)
      },
      panel("old task after its own step", "lifelong MAML") { start($0, old) },
    ], columns: 2, aspect: 0.5)
}
