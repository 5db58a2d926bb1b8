import Foundation
import Lessons

/// Figures that between them hold every mark.
enum Samples {
  static let styles = SeriesStyle.distinct
  static let steps = (0...20).map { Double($0) }

  static let curves = Figure.curves(
    title: "Task A is gone long before B is learnt", alt: "Two curves that cross at step 4.",
    caption: "Mean of 5 seeds.", x: Axis("steps of task B"), y: .accuracy,
    [
      Line(
        "task A", x: steps, y: steps.map { 0.2 + 0.7 * exp(-$0 / 4) },
        low: steps.map { 0.15 + 0.7 * exp(-$0 / 4) }, high: steps.map { 0.25 + 0.7 * exp(-$0 / 4) },
        style: styles[0]),
      Line("task B", x: steps, y: steps.map { $0 / 21 }, style: styles[1], showsPoints: true),
    ],
    references: [.horizontal(0.5, "chance"), .vertical(10, "half-way")],
    shades: [Shade(0...10, "first half")])

  static let matrix = Figure.matrix(
    title: "Only the last task is known", alt: "A matrix with a bright diagonal.",
    [[0.1, 0.2], [0.9, 0.3], [0.4, 0.95]])

  static let transfer = Figure.matrix(
    title: "Transfer is mostly negative", alt: "A matrix of small negative numbers.",
    [[-0.4, 0.1], [0, .nan]], scale: .diverging(limit: 0.5))

  static let confusion = Figure.confusion(
    title: "All is called a bag", alt: "A confusion matrix with one bright column.",
    [[1, 9], [0, 10]], classes: ["T-shirt/top", "Bag"])

  static let bars = Figure.bars(
    title: "Replay keeps what it rehearses", alt: "Grouped bars.", y: Axis("score", range: -1...1),
    categories: ["fine-tuning", "replay"],
    [
      .init("ACC", [0.2, 0.8], errors: [0.1, 0.05], style: styles[0]),
      .init("BWT", [-0.7, -0.1], style: styles[1]),
    ], references: [.horizontal(0.1, "chance")])

  static let field = Field(
    x: -1...1, y: -1...1, columns: 9,
    values: (0..<81).map { i in
      let x = Double(i % 9) / 4 - 1
      let y = Double(i / 9) / 4 - 1
      return 0.1 + x * x + 3 * y * y
    }, label: "loss", isLogarithmic: true)

  static let plane = Figure.plane(
    title: "A point low for both lies between", alt: "Two bowls side by side.", x: Axis("u"),
    y: Axis("v"), [("task A", field), ("task B", field)],
    points: [Points(x: [0, 0.5], y: [0, 0.5], names: ["θ*A", "θ*B"], style: styles[1])],
    arrows: [Arrow(from: Place(0, 0), to: Place(0.5, 0.5))])

  static let image = GreyImage(width: 4, pixels: (0..<16).map { UInt8($0 * 16) }, label: "boot")

  static let sheet = Figure.imageSheet(
    title: "What the network sees", alt: "Two rows of images.",
    ImageSheet(
      [[image, nil, image], [image, image]], rowTitles: ["task 1", "task 2"],
      columnTitles: ["a", "b", "c"]))

  static let scatter = Figure(
    title: "Stability is bought with plasticity", alt: "A cloud of points.",
    panels: [
      Panel(
        x: Axis("forgetting"), y: Axis("accuracy", range: 0.01...1, isLogarithmic: true),
        marks: [
          .points(Points("replay", x: [0.1, 0.2], y: [0.5, 0.6], style: styles[2])),
          .text(Note("here", x: 0.15, y: 0.1, side: .left)),
        ]),
      Panel(x: .hidden, y: .hidden, marks: [.line(Line(x: [0, 1], y: [1, 0], style: styles[3]))]),
    ], columns: 2)

  static let all: [(name: String, figure: Figure)] = [
    ("curves", curves), ("matrix", matrix), ("transfer", transfer), ("confusion", confusion),
    ("bars", bars), ("plane", plane), ("sheet", sheet), ("scatter", scatter),
  ]

  /// Calls `body` with a new empty folder and removes it afterwards.
  static func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("figures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The figure error that `body` throws; nil when it throws none, or another.
  static func failure<T>(_ body: () throws -> T) -> FigureError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? FigureError
    }
  }

  /// The names of all files in `folder`, hidden ones too, but for the marks that pictures carry.
  static func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasSuffix(".made") }.sorted()
  }

  /// A curve that grows by a point a frame, with a label at its end.
  static let growing = Animation(
    (1...6).map { count in
      let steps = (0..<count).map(Double.init)
      return Figure.curves(
        title: "Task A is gone", alt: "A curve that falls.", x: Axis("steps"), y: Axis("accuracy"),
        [Line("task A", x: steps, y: steps.map { 1 / ($0 + 1) }, style: styles[0])])
    }, delay: 0.2, pause: 1)
}
