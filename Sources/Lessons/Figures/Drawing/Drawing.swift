import Foundation

/// A figure laid out in a format: the text of its script and of its data.
struct Drawing {
  let script: String
  let data: String
  /// The bytes of its images; empty when there are none.
  let images: Data
  /// The number of curves, areas and images that gnuplot draws.
  let plots: Int
  /// What the picture does not show: values that are not finite.
  let notes: [String]

  /// The sheet it is drawn on.
  let canvas: Canvas

  init(_ figure: Figure, named name: String, format: Format) {
    let canvas = Layout.canvas(for: figure, in: format)
    let layout = Layout(figure, canvas)
    self.canvas = canvas
    var script = Script(name: name, canvas: canvas)
    var panels: [[String]] = []
    var plots = 0
    for (i, (plan, frame)) in zip(layout.grid.plans, layout.grid.frames).enumerated() {
      script.settings = []
      script.plots = []
      if i == 0 { layout.title.draw(with: &script) }
      script.draw(plan, in: frame)
      plots += script.plots.count
      panels.append(script.panel(number: i + 1, of: figure.panels.count))
    }
    self.plots = plots
    self.script = script.text(panels, title: figure.title)
    data = "# \"\(figure.title.onOneLine)\"\n" + script.data.text
    images = script.data.images
    notes = script.data.gaps.map { gap in
      let (values, are) = gap.count == 1 ? ("value", "is") : ("values", "are")
      let owner = gap.name.isEmpty ? "" : " of \"\(gap.name)\""
      return "\(gap.count) \(values)\(owner) \(are) not finite and left out"
    }
  }
}
