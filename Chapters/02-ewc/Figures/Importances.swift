import Book
import CLCore
import Foundation
import Lessons

/// The mean image of each task's two kinds over the importance of each pixel's weights.
func picturesFigure(_ stream: TaskStream, _ importances: [Importance]) -> Figure {
  func image(_ values: [Double], _ label: String) -> GreyImage {
    let top = max(values.max() ?? 0, .leastNormalMagnitude)
    return GreyImage(
      width: 28, pixels: values.map { UInt8((255 * ($0 / top).squareRoot()).rounded()) },
      label: label)
  }
  let kinds = (0..<2).map { kind in
    stream.map { task in
      let label = task.classes.lowerBound + kind
      return image(meanImage(task.train, label), stream.outputNames[label])
    }
  }
  return .imageSheet(
    title: "A task holds on to the pixels where its clothes are",
    alt: """
      Three rows of five images, a column for each task. The first two rows are the mean images of the \
      task's two kinds of clothes, the third is the importance of each pixel's weights: it is white \
      at the borders, where pixels are always empty, and dark where the clothes lie.
      """,
    caption:
      "Third row: the Fisher information of the weights that lead away from each pixel, summed; the "
      + "square root is drawn, dark is much. Seed 1.",
    ImageSheet(
      kinds + [importances.map { image($0.pixels, "") }],
      rowTitles: ["one kind", "the other", "Fisher, first layer"],
      columnTitles: stream.indices.map { "task \($0 + 1)" }, isInverted: true), aspect: 0.62)
}

/// The mean of the images with this label, a number a pixel.
private func meanImage(_ data: Dataset, _ label: Int) -> [Double] {
  let chosen = data.positions(of: label).prefix(500)
  var sum = [Double](repeating: 0, count: data.store.size)
  for position in chosen {
    for (i, pixel) in data.store.image(data.rows[position]).enumerated() { sum[i] += Double(pixel) }
  }
  return sum
}

/// Importances from the largest to the smallest, layer by layer, on two logarithmic axes.
func tailFigure(_ importance: Importance) -> Figure {
  let styles = [
    SeriesStyle(.blue, .solid, .circle), SeriesStyle(.vermilion, .dashed, .square),
    SeriesStyle(.green, .dashDot, .triangle),
  ]
  let lines = zip(importance.layers, styles).map { layer, style in
    // A curve of 300 points at most, evenly spaced on the logarithmic axis.
    let positive = layer.sorted.prefix { $0 > 1e-12 }
    let ranks = Set(grid(0, log(Double(max(positive.count, 1))), 300).map { Int(exp($0)) })
      .filter { $0 >= 1 && $0 <= positive.count }.sorted()
    return Line(
      layer.name, x: ranks.map(Double.init), y: ranks.map { positive[$0 - 1] }, style: style,
      isEmphasised: true)
  }
  return .curves(
    title: "From the first weight to the last, F falls by many powers of ten",
    alt: """
      Fisher information against rank, both axes logarithmic, one curve for each layer. Each curve falls \
      slowly at first and then steeply, over many powers of ten.
      """,
    caption: "The Fisher information after task 1, sorted within each layer. Seed 1.",
    x: Axis("rank of the weight in its layer", isLogarithmic: true),
    y: Axis("Fisher information F", isLogarithmic: true), lines)
}

/// Which part of the weights a layer has, and which part of the importance.
func layersFigure(_ importances: [Importance]) -> Figure {
  let layers = importances.first?.layers ?? []
  let weights = layers.map { Double($0.sorted.count) }
  let shares = layers.indices.map { layer in
    Statistics(
      importances.map { $0.layers[layer].sum / $0.layers.map(\.sum).reduce(0, +) })
  }
  return .bars(
    title: "A weight of the head counts more than one of the first layer",
    alt: """
      For each layer two bars: its share of all weights and its share of the summed Fisher information.
      """,
    caption: "Mean and 95 % t-interval over the five tasks. Seed 1.",
    y: Axis("share", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    categories: layers.map(\.name),
    [
      Bars.Series(
        "of the weights", weights.map { $0 / weights.reduce(0, +) }, style: SeriesStyle(.grey)),
      Bars.Series(
        "of the importance", shares.map(\.mean), errors: shares.map { $0.margin() ?? 0 },
        style: SeriesStyle(.blue)),
    ])
}
