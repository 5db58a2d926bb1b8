import Book
import CLCore
import Lessons

/// Two networks that adapt to the same wave, a gradient step a frame.
func bendingAnimation(
  _ taught: [(entry: Entry, taught: Taught)], _ wave: Sinusoid, seed: UInt64
) -> Animation {
  let places = grid(-5, 5, 101)
  var random = Random(seed: seed, "drawn tasks")
  let support = Sinusoids().examples(of: [wave], count: Waves.points, &random)
  let steps = 10
  let answers = taught.map { item in
    item.taught.learner.adaptations(to: support, rate: Waves.alpha, steps: steps).map {
      item.taught.learner.answers(at: places, $0)
    }
  }
  func panel(_ number: Int, at step: Int) -> Panel {
    let colour = SeriesStyle(method: taught[number].entry.name).colour
    let lines = [
      Line(x: places, y: places.map { wave($0) }, style: SeriesStyle(.grey, .solid, .none)),
      Line(x: places, y: answers[number][0], style: SeriesStyle(colour, .dotted, .none)),
      Line(
        x: places, y: answers[number][step], style: SeriesStyle(colour, .solid, .none),
        isEmphasised: true),
    ]
    let points = Points(
      number == 0 ? "its ten points" : nil, x: support.inputs.values.map { Double($0) },
      y: support.inputs.values.map { wave(Double($0)) },
      style: SeriesStyle(.black, .solid, .openCircle))
    return Panel(
      title: "\(taught[number].entry.name), "
        + (step == 0 ? "before" : step == 1 ? "1 step" : "\(step) steps"),
      x: Axis(range: -5...5, ticks: [-4, -2, 0, 2, 4]),
      y: Axis(range: -5...5, ticks: [-4, 0, 4]), marks: .over(lines) + [.points(points)])
  }
  let frames = (0...steps).map { step in
    Figure(
      title: "Ten steps bring MAML onto the wave and leave pretraining beside it",
      alt: """
        Two panels with the same grey sine wave and ten points on it. The network meta-learnt by MAML starts far from \
        the wave, jumps near it in one step and lies on most of it after ten. The pretrained network starts as far \
        away and has moved little after ten.
        """,
      caption:
        "Grey: the task. Thin: before the first step. Networks of seed \(seed).",
      panels: taught.indices.map { panel($0, at: step) }, columns: 2, aspect: 0.5)
  }
  return Animation(frames, delay: 0.6, pause: 2.4)
}
