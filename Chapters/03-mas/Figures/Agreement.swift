import Book
import CLCore
import Lessons

/// Spearman's ρ between importances, the mean over seeds.
func correlationsFigure(_ names: [String], _ rho: [[Double]], _ opinions: [Opinions]) -> Figure {
  .matrix(
    title: "Five definitions, nearly one order of the weights",
    alt: "A square matrix of rank correlations between the importances of five methods, all high.",
    caption: "Spearman's ρ over the weights of units that fire, after task A. "
      + (opinions.count > 1 ? "Mean over \(opinions.count) seeds." : "One seed."),
    rho, rows: "", columns: "", rowNames: names, columnNames: names, label: "Spearman's ρ")
}

/// Importance by every other method against Ω of MAS, one point a weight.
func scatterFigure(_ opinions: Opinions) -> Figure {
  let panels = opinions.names.filter { $0 != "MAS" }.enumerated().map { i, name in
    let (x, y) = opinions.pairs("MAS", name)
    let shown = Swift.stride(from: 0, to: x.count, by: max(x.count / 1500, 1))
    return Panel(
      title: name, x: Axis("Ω of MAS", isLogarithmic: true),
      y: Axis(i == 0 ? "importance" : "", isLogarithmic: true),
      marks: [
        .points(
          Points(
            x: shown.map { x[$0] }, y: shown.map { y[$0] }, style: SeriesStyle(method: name)))
      ])
  }
  return Figure(
    title: "What matters to one matters to all, on scales of their own",
    alt: """
      Four clouds of points, importance by another method against omega of MAS on logarithmic axes. All \
      rise along a line; those of EWC and SCP span about twice as many decades as that of SI.
      """,
    caption: "One point a weight, each importance in units of its mean; seed 1.",
    panels: panels, columns: 2, aspect: 0.8)
}

/// The share of importance that falls on each layer.
func layersFigure(_ opinions: [Opinions]) -> Figure {
  let layers = ["hidden1.weight", "hidden2.weight", "head.weight"]
  let layout = opinions[0].learner.network.layout
  let weights = Bars.Series(
    "all weights alike", layers.map { Double(layout[$0]?.shape.count ?? 0) / Double(layout.count) },
    style: SeriesStyle(Colour.grey.mixed(with: .white, share: 0.6)))
  let series = opinions[0].names.map { name in
    let shares = layers.map { layer in Statistics(opinions.map { $0.share(name, of: layer) }) }
    return Bars.Series(
      name, shares.map(\.mean), errors: shares.map { $0.margin() ?? 0 },
      style: SeriesStyle(method: name))
  }
  return .bars(
    title: "EWC and SCP crowd into the head, MAS and SI spread out",
    alt: """
      Bars of the share of importance in each of three layers, by method, beside the share of the \
      weights. The head holds one weight in a hundred and a large part of EWC's and SCP's importance; for \
      MAS and SI most lies in the first layer.
      """,
    caption: "Share of the sum over all weights, biases not shown. \(seedsNote(opinions.count)).",
    y: Axis("share of the importance", range: 0...1),
    categories: ["first layer", "second layer", "head"], [weights] + series)
}

/// First-layer importance as images: a row a task, a column a method.
func mapsFigure(_ rows: [(title: String, task: Experience, opinions: Opinions)]) -> Figure {
  let images = rows.map { row -> [GreyImage?] in
    let task = row.task.train
    let width = task.store.width
    let images = Batch(task, Array(0..<min(200, task.count)), task: 0).inputs
    let mean = images.summed(to: [task.inputSize]).values.map { Double($0) }
    return [GreyImage.scaled(width, mean)]
      + row.opinions.names.map { GreyImage.scaled(width, row.opinions.pixels($0)) }
  }
  return .imageSheet(
    title: "Seen through the first layer, every importance is a picture of the images",
    alt: """
      Two rows of images, one for five kinds of clothes and one for shoes. In each, the mean image and \
      the importance of each pixel by five methods; all show the silhouette of the mean image.
      """,
    caption:
      "Importance of the weights from each pixel, summed over units; square root, each image up "
      + "to its own largest value. Seed 1.",
    ImageSheet(
      images, rowTitles: rows.map(\.title),
      columnTitles: ["mean image"] + rows[0].opinions.names), aspect: 0.5)
}

extension GreyImage {
  /// Numbers from 0 to their largest as grey; the square root of each, for importances have long
  /// tails.
  static func scaled(_ width: Int, _ values: [Double]) -> GreyImage {
    let top = max(values.max() ?? 1, .leastNormalMagnitude)
    return GreyImage(
      width: width, pixels: values.map { UInt8(255 * (max($0, 0) / top).squareRoot()) })
  }
}

/// Accuracy on A after a share of the weights was shaken, least important first; [seeds][orders][shares],
/// the last order being a random one.
func shakingFigure(_ shares: [Double], _ names: [String], _ shaken: [[[Double]]]) -> Figure {
  .curves(
    title: "Shaking the least important half costs little, a random half much",
    alt: """
      Accuracy against the share of weights shaken, one curve a method and one for a random order. With \
      the methods' orders accuracy stays high until most weights are shaken; in random order it falls \
      at once.
      """,
    caption:
      "Normal noise of standard deviation 0.15 on the weights after task A; test images of A. "
      + seedsNote(shaken.count) + ".",
    x: Axis("share of the weights shaken, least important first"), y: .accuracy,
    (names + ["in random order"]).enumerated().map { i, name in
      Band(shaken.map { $0[i] }).line(name, x: shares, style: SeriesStyle(method: name))
    })
}
