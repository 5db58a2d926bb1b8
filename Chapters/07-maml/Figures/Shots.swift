import Book
import CLCore
import Lessons

/// One task of few-shot classification, drawn: a row a character, the support image and some for query.
func episodeFigure(_ characters: Characters, seed: UInt64) -> Figure {
  var random = Random(seed: seed, "drawn task")
  let episode = characters.evaluation.episodes(1, support: 1, query: 5, &random)
  func image(_ examples: Examples, _ row: Int) -> GreyImage {
    let pixels = examples.inputs.part(from: row * 784, [784]).values
    return GreyImage(width: 28, pixels: pixels.map { UInt8(255 * min(max($0, 0), 1)) })
  }
  let rows: [[GreyImage?]] = (0..<5).map { way in
    [image(episode.support, way), nil] + (0..<5).map { image(episode.query, 5 * way + $0) }
  }
  return .imageSheet(
    title: "A task: five unknown characters, one image of each to learn from",
    alt: """
      Five rows of handwritten characters that look alike within a row. The first image of each row stands apart: it is \
      the one to adapt on; the five others are to be told apart.
      """,
    caption: "A task from the characters that are kept for the test. \(characters.name).",
    ImageSheet(
      rows, rowTitles: (0..<5).map { "class \($0)" },
      columnTitles: ["support", ""] + (1...5).map { "query \($0)" }, isInverted: true), aspect: 0.62
  )
}

/// Several networks on new characters, [seeds] each, by the method that taught them.
typealias Taughts = (name: String, seeds: [Shot])

/// The accuracy on new characters against steps of adaptation.
func shotsFigure(
  _ methods: [Taughts], rate: Double, _ shots: Shots, title: String, alt: String, data: String
) -> Figure {
  let steps = (0...Shots.steps).map(Double.init)
  return .curves(
    title: title, alt: alt,
    caption:
      "5-way 1-shot, \(data). MLP 64, α = \(rate.compact), \(shots.iterations) meta-steps of 8 tasks; "
      + "\(shots.tested) test tasks a seed. \(seedsNote(methods[0].seeds.count)).",
    x: Axis("steps of adaptation", ticks: steps),
    y: Axis("accuracy on new characters", range: 0...1),
    methods.map { name, seeds in
      Band(seeds.map(\.accuracies)).line(
        name, x: steps, style: SeriesStyle(method: name), showsPoints: true)
    }, references: [.horizontal(0.2, "chance")])
}

/// What both orders come to against α, [orders][rates][seeds]: the accuracy after a step, and its reach.
func longStepsFigure(
  _ orders: [(name: String, rates: [[Shot]])], _ rates: [Double], _ shots: Shots
) -> Figure {
  func lines(_ band: ([[Double]]) -> Band, _ value: (Shot) -> Double) -> [Line] {
    orders.map { name, byRate in
      band(byRate[0].indices.map { seed in byRate.map { value($0[seed]) } }).line(
        name, x: rates, style: SeriesStyle(method: name), showsPoints: true)
    }
  }
  let x = Axis("α, in training and at the test", ticks: rates, isLogarithmic: true)
  return Figure(
    title: "Without the second order nothing keeps a long step from overshooting",
    alt: """
      Two panels against the rate α for MAML and FOMAML. On the left accuracy after one step: MAML's does not suffer from the \
      longest step, FOMAML's falls towards chance. On the right the reach of a step on a logarithmic axis: MAML's grows \
      far less than α, FOMAML's grows far beyond it.
      """,
    caption: "5-way 1-shot on Glyphs, MLP 64, \(shots.iterations) meta-steps of 8 tasks. "
      + "\(seedsNote(orders[0].rates[0].count)).",
    panels: [
      Panel(
        x: x, y: Axis("accuracy after one step", range: 0...0.8),
        marks: .over(
          lines({ Band($0) }) { $0.accuracies[1] }, references: [.horizontal(0.2, "chance")])),
      Panel(
        x: x, y: Axis("reach of the step", isLogarithmic: true),
        marks: .over(lines({ Band(logarithmic: $0) }, \.reach), references: [.horizontal(1)])),
    ], columns: 2, aspect: 0.5)
}
