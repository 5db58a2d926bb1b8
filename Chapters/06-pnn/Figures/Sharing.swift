import Book
import CLCore
import Lessons

/// The share of each column in each layer, for two starts of α, and what cutting off costs.
func feedingFigure(_ fed: [[Feeding]], _ pairs: Pairs) -> Figure {
  let names = ["1", "2: related", "3", "4", "5: its own"]
  let tasks = [
    pairs.name(.bags), "\(pairs.name(.sneakers)), turned 10°", pairs.name(.dresses),
    pairs.name(.shirts),
  ]
  /// `values` are [layers][columns].
  func panel(
    _ title: String, _ values: [[Double]], _ scale: ColourScale, decimals: Int,
    isFirst: Bool = false
  ) -> Panel {
    let cells = values.indices.flatMap { layer in
      values[layer].indices.map { column in
        Heatmap.Cell(row: column, column: layer, value: 100 * values[layer][column])
      }
    }
    return Panel(
      title: title, x: Axis("layer"), y: Axis(isFirst ? "column" : ""),
      marks: [
        .heatmap(
          Heatmap(
            cells: cells,
            rows: names,
            columns: values.indices.map { "\($0 + 1)" }, scale: scale, decimals: decimals,
            showsScale: false))
      ])
  }
  return Figure(
    title: "Loud enough to be heard, the related column is found among four",
    alt: """
      Three tables of five columns by two layers. With a small start of alpha all of the sensitivity lies in \
      the fifth column itself. With alpha at 1 the second column, which has learnt the same task turned by \
      ten degrees, has the largest share of layer 1 and a quarter of layer 2. Cutting off its second layer \
      costs more answers than cutting any other.
      """,
    caption:
      "\(pairs.name(.sneakers)), \(pairs.few) images a class, \(pairs.looks.last ?? 0) steps. AFS "
      + "in per cent of the layer; answers lost in per cent of the test images. Columns 1 to 4 have learnt "
      + tasks.joined(separator: "; ") + ". "
      + (fed[0].count > 1 ? "Mean over \(fed[0].count) seeds." : "One seed."),
    panels: [
      panel(
        "AFS in %, α starts within 0.1", meanMatrix(fed[0].map(\.shares)), .sequential(0...100),
        decimals: 0, isFirst: true),
      panel(
        "AFS in %, α starts at 1", meanMatrix(fed[1].map(\.shares)), .sequential(0...100),
        decimals: 0),
      panel(
        "% of answers lost without it, α starts at 1", meanMatrix(fed[1].map(\.losses)),
        .sequential(0...5), decimals: 1),
    ], columns: 3, aspect: 0.45)
}

/// Learning curves of a second task after a related first one and after an unrelated one, beside those of a
/// network that learns it alone, [races][seeds][looks] each.
func curvesFigure(
  _ titles: [String], _ together: [[[Double]]], _ alone: [[[Double]]], _ pairs: Pairs
) -> Figure {
  let steps = pairs.looks.map(Double.init)
  let panels = titles.indices.map { race in
    Panel(
      title: titles[race], x: Axis("steps on the second task", ticks: steps, isLogarithmic: true),
      y: Axis(race == 0 ? "accuracy" : "", range: 0.5...0.9),
      marks: .over([
        Band(together[race]).line(
          "PNN, α = 3", x: steps, style: SeriesStyle(method: "PNN"), showsPoints: true),
        Band(alone[race]).line(
          "alone", x: steps, style: SeriesStyle(method: "separate networks"), showsPoints: true),
      ]))
  }
  return Figure(
    title: "A related column helps at once; an unrelated one must first be turned down",
    alt: """
      Two panels of accuracy against steps. On the left a column with loud laterals to a related column \
      starts a tenth above a network that learns alone. On the right one with loud laterals to an unrelated \
      column stays near chance for six steps and has caught up by fifty.
      """,
    caption:
      "\(pairs.few) images a class of the second task, \(pairs.plenty) of the first; α starts at 3. "
      + "\(seedsNote(alone[0].count)).",
    panels: panels, columns: 2, aspect: 0.5)
}

/// The transfer from each source to each target, [sources][targets].
func transferFigure(
  _ sources: [Source], _ targets: [Pair], _ gains: [[Statistics]], _ pairs: Pairs
) -> Figure {
  let values = sources.indices.map { row in
    targets.indices.map { column -> Double in
      // The same pair, not turned, is no other task.
      sources[row] == .pair(targets[column]) ? .nan : 100 * gains[row][column].mean
    }
  }
  var figure = Figure.matrix(
    title: "What is nearly the same helps; most other things harm",
    alt: """
      A matrix of transfer, eight first columns by three second tasks. Turned by ten degrees the same task \
      gives the only large gains, in blue, for sneakers and coats. Bags, sneakers, and pixels in no order give \
      losses, in orange, for coats and shirts. An untrained column is pale, a little blue for sneakers.
      """,
    caption:
      "Area under the learning curve less that of a network alone, in hundredths of accuracy. α "
      + "starts at 3; \(pairs.few) images a class of the second task. "
      + (gains[0][0].count > 1 ? "Mean over \(gains[0][0].count) seeds." : "One seed."),
    values, rows: "first column has learnt", columns: "second column learns",
    rowNames: sources.map(pairs.name), columnNames: targets.map(pairs.name),
    scale: .diverging(limit: 13), label: "transfer, in 0.01", decimals: 1)
  figure.aspect = 0.85
  return figure
}

/// Transfer in a related and an unrelated case against the start of α, [races][seeds][scales].
func scaleFigure(_ scales: [Double], _ tried: [[[Double]]], _ pairs: Pairs) -> Figure {
  let looks = [
    ("related", SeriesStyle(Colour(0x2166AC), .solid, .circle)),
    ("unrelated", SeriesStyle(Colour(0xB35806), .dashed, .square)),
  ]
  return .curves(
    title: "α is a volume: turned up, both help and harm grow",
    alt: """
      Transfer against the start of alpha, from 0.03 to 10. Both curves begin at zero; the related one \
      rises, the unrelated one falls.
      """,
    caption: "Related: \(pairs.name(.coats)) after the same turned 10°. Unrelated: "
      + "\(pairs.name(.shirts)) after \(pairs.name(.bags)). Area under the learning curve less that of a "
      + "network alone. \(seedsNote(tried[0].count)).",
    x: Axis("where every α starts", ticks: scales, isLogarithmic: true),
    y: Axis("transfer"),
    zip(looks, tried).map { look, gains in
      Band(gains).line(look.0, x: scales, style: look.1, showsPoints: true)
    }, references: [.horizontal(0, "alone")])
}

extension Pairs {
  /// What a figure calls a first task.
  func name(_ source: Source) -> String {
    switch source {
    case .turned(let degrees): "the same, turned \(Int(degrees))°"
    case .pair(let pair): name(pair)
    case .scrambled: "the same, pixels in no order"
    case .untrained: "nothing: as drawn"
    }
  }
}
