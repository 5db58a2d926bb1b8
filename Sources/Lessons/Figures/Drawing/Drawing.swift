import Foundation

/// A figure, or the frames of a moving one, laid out in a format: the text of its script and of its data.
struct Drawing {
  let script: String
  let data: String
  /// The bytes of its images; empty when there are none.
  let images: Data
  /// The number of curves, areas and images that gnuplot draws.
  let plots: Int
  /// The number of scenes: one for a still picture.
  let scenes: Int
  let names: Names
  let kinds: [Script.Kind]
  /// What the picture does not show: values that are not finite.
  let notes: [String]

  /// The sheet it is drawn on.
  let canvas: Canvas

  /// The files that it consists of: pictures first.
  var files: [String] {
    kinds.map { "\(names.picture).\($0.ending)" }
      + ["\(names.script).gp", "\(names.data).dat"]
      + (images.isEmpty ? [] : ["\(names.data).bin"])
  }

  init(_ figure: Figure, named names: Names, format: Format) {
    self.init([figure], named: names, format: format, kinds: Script.Kind.stills(on: format))
  }

  /// The frames of `animation`, which share one layout.
  init(_ animation: Animation, named names: Names, format: Format) {
    self.init(
      animation.steady.frames, named: names, format: format,
      kinds: [.gif(delay: animation.delay)], pause: animation.held)
  }

  /// - Parameter pause: how often the last frame is shown again.
  private init(
    _ frames: [Figure], named names: Names, format: Format, kinds: [Script.Kind], pause: Int = 0
  ) {
    let (layout, canvas) = Layout.fitting(frames, in: format)
    self.canvas = canvas
    var script = Script(names: names, canvas: canvas)
    var scenes: [[[String]]] = []
    var plots = 0
    for plans in layout.grid.plans {
      var panels: [[String]] = []
      for (i, (plan, frame)) in zip(plans, layout.grid.frames).enumerated() {
        script.begin()
        if i == 0 { layout.title.draw(with: &script) }
        script.draw(plan, in: frame)
        plots += script.plots.count
        panels.append(script.panel(number: i + 1, of: plans.count))
      }
      scenes.append(panels)
    }
    if let last = scenes.last { scenes += Array(repeating: last, count: pause) }
    self.plots = plots
    self.scenes = scenes.count
    self.names = names
    self.kinds = kinds
    let title = frames.first?.title.onOneLine ?? ""
    self.script = script.text(scenes, title: title, kinds: kinds)
    data = "# \"\(title)\"\n" + script.data.text
    images = script.data.images
    notes = script.data.gaps.map { gap in
      let (values, are) = gap.count == 1 ? ("value", "is") : ("values", "are")
      let owner = gap.name.isEmpty ? "" : " of \"\(gap.name)\""
      return "\(gap.count) \(values)\(owner) \(are) not finite and left out"
    }
  }
}

/// The files of a drawing, without their endings.
struct Names {
  /// The script, which reads itself once for each kind of picture.
  var script: String
  /// What it reads: several drawings of one figure share its data.
  var data: String
  /// What it writes.
  var picture: String

  /// All three alike.
  init(_ name: String) { self.init(script: name, data: name, picture: name) }

  init(script: String, data: String, picture: String) {
    self.script = script
    self.data = data
    self.picture = picture
  }
}
