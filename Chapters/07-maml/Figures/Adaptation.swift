import Book
import CLCore
import Lessons

/// One task, drawn: the wave, its points, and what networks make of it after some steps.
func wavesFigure(_ taught: [(entry: Entry, taught: Taught)], _ waves: [Sinusoid], seed: UInt64)
  -> Figure
{
  let places = grid(-5, 5, 101)
  var random = Random(seed: seed, "drawn tasks")
  let points = waves.map { wave in
    Sinusoids().examples(of: [wave], count: Waves.points, &random)
  }
  func panel(_ name: String, _ number: Int, isFirst: Bool) -> Panel {
    guard let item = taught.first(where: { $0.entry.name == name }) else {
      return Panel(marks: [])
    }
    let (wave, colour) = (waves[number], SeriesStyle(method: name).colour)
    let support = points[number]
    let shown = item.entry.isOracle ? [0] : [0, 1, 5, 10]
    let stacks = item.taught.learner.adaptations(
      to: item.entry.isOracle
        ? Sinusoids(tellsTask: true).examples(of: [wave], at: [0]) : support,
      rate: Waves.alpha, steps: shown.max() ?? 0)
    let lines = shown.map { step in
      let answers =
        item.entry.isOracle
        ? item.taught.learner.told(wave, at: places)
        : item.taught.learner.answers(at: places, stacks[step])
      return Line(
        item.entry.isOracle
          ? "told" : step == 0 ? "before" : step == 1 ? "1 step" : "\(step) steps", x: places,
        y: answers,
        style: SeriesStyle(
          colour.mixed(with: .white, share: step == 0 ? 0.35 : 0),
          step == 0 ? .dotted : step == 1 ? .dashed : step == 5 ? .dashDot : .solid, .none),
        isEmphasised: step == shown.last)
    }
    let truth = Line(
      x: places, y: places.map { wave($0) }, style: SeriesStyle(.grey, .solid, .none))
    let samples = Points(
      isFirst ? "its ten points" : nil, x: support.inputs.values.map { Double($0) },
      y: support.inputs.values.map { wave(Double($0)) },
      style: SeriesStyle(.black, .solid, .openCircle))
    return Panel(
      title: name, x: Axis(range: -5...5, ticks: [-4, -2, 0, 2, 4]),
      y: Axis(range: -5...5, ticks: [-4, 0, 4]),
      marks: .over([truth] + lines) + [.points(samples)])
  }
  return Figure(
    title: "Wrong everywhere, and one step from right",
    alt: """
      Four panels with a grey sine wave, ten points on it, and a network's output before and after 1, 5 and 10 gradient steps. \
      Meta-learnt by MAML it is far from two different waves before and close to each after one step, closer after ten. The \
      pretrained network hardly follows in ten steps. The oracle, told amplitude and phase, lies on the wave.
      """,
    caption: "Grey: the task. Networks of seed \(seed); each starts from one θ for all tasks.",
    panels: [
      panel("MAML", 0, isFirst: true), panel("MAML", 1, isFirst: false),
      panel("pretraining", 0, isFirst: false), panel("oracle", 0, isFirst: false),
    ], columns: 2, aspect: 0.72)
}

extension Learner {
  /// The outputs at places x of a network that is told which wave is meant.
  fileprivate func told(_ wave: Sinusoid, at places: [Double]) -> [Double] {
    let examples = Sinusoids(tellsTask: true).examples(of: [wave], at: places)
    let inputs = examples.inputs.reshaped([places.count, 3])
    return network(Variable(inputs), at: Variable(theta), task: nil).value.values.map { Double($0) }
  }
}

/// The loss on new tasks after 0…10 steps.
func stepsFigure(
  _ taught: [(entry: Entry, seeds: [Taught])], title: String, alt: String, _ waves: Waves
) -> Figure {
  let oracle = taught.first { $0.entry.isOracle }
  let flat = oracle.map { Statistics($0.seeds.map { $0.curve.mean(after: 0) }).mean }
  return .curves(
    title: title, alt: alt,
    caption:
      "Mean loss on \(waves.tested) new tasks a seed, those left out that ten steps drive away. "
      + "\(seedsNote(taught[0].seeds.count)). \(waves.words).",
    x: Axis("steps of adaptation", ticks: [0, 1, 2, 4, 6, 8, 10]),
    y: Axis("mean squared error", isLogarithmic: true),
    taught.filter { !$0.entry.isOracle }.map { entry, seeds in
      Band(logarithmic: seeds.map(\.losses)).line(
        entry.name, x: (0...10).map(Double.init), style: SeriesStyle(method: entry.name),
        showsPoints: true)
    }, references: flat.map { [.horizontal($0, "oracle", dash: .dashed)] } ?? [])
}

/// What one step does during training: how far it goes, and what it takes away of the loss.
func reachFigure(_ taught: [(entry: Entry, seeds: [Taught])], _ waves: Waves) -> Figure {
  let looks = taught[0].seeds[0].looks.indices.map { Double($0 * waves.between) }
  func lines(_ value: @escaping (Look) -> Double) -> [Line] {
    taught.map { entry, seeds in
      Band(seeds.map { $0.looks.map(value) }).line(
        entry.name, x: looks, style: SeriesStyle(method: entry.name))
    }
  }
  return Figure(
    title: "What MAML learns is not how far to step, but where",
    alt: """
      Two panels over meta-steps for MAML and pretraining. On the left the reach of a step: both rise, to 1 or beyond for MAML, \
      and somewhat less for pretraining. On the right the share of the loss that a step takes away: it rises above two thirds for MAML and stays \
      below a quarter for pretraining.
      """,
    caption:
      "Means over \(waves.watched) new tasks. \(seedsNote(taught[0].seeds.count)). \(waves.words).",
    panels: [
      Panel(
        x: Axis("meta-steps"), y: Axis("reach of a step", range: 0...2),
        marks: .over(lines(\.reach), references: [.horizontal(1)])),
      Panel(
        x: Axis("meta-steps"), y: Axis("share of the loss that a step takes away", range: -0.2...1),
        marks: .over(lines(\.gain), references: [.horizontal(0)])),
    ], columns: 2, aspect: 0.5)
}
