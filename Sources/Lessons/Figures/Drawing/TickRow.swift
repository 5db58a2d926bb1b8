import Foundation

/// The ticks of an axis and their words, which we place ourselves: gnuplot's own stand lower in one
/// kind of picture than in another, and it reads a `%` in them as a format.
struct TickRow {
  let values: [Double]
  /// The words of each tick, in lines.
  let texts: [[String]]
  /// Whether the words are too long to stand level under a horizontal axis.
  var areTilted = false
  /// The width of the widest line.
  let width: Double
  /// The height of the words under a horizontal axis.
  var height = 0.0

  /// Degrees by which long words are tilted.
  static let tilt = 35

  /// The ticks of a vertical axis, in lines no wider than `limit`.
  init(
    _ axis: Axis, _ range: ClosedRange<Double>, names: [String]?, count: Int, _ canvas: Canvas,
    limit: Double
  ) {
    let (values, words) = Self.chosen(axis, range, names, max(count, 2))
    self.values = values
    texts = words.map { canvas.wrap($0, 0.9, limit: limit) }
    width = texts.joined().map { canvas.width($0, 0.9) }.max() ?? 0
  }

  /// The ticks of a horizontal axis `room` long: its names are wrapped, or tilted where one of their
  /// words is wider than its share.
  init(
    _ axis: Axis, _ range: ClosedRange<Double>, names: [String]?, count: Int, _ canvas: Canvas,
    room: Double
  ) {
    let (values, words) = Self.chosen(axis, range, names, max(count, 2))
    self.values = values
    let slot = room / Double(max(values.count, 1)) - canvas.gap(0.5)
    let parts = words.flatMap { $0.onOneLine.split(separator: " ") }
    let widest = parts.map { canvas.width(String($0), 0.9) }.max() ?? 0
    let areNames = names != nil || axis.names != nil
    if areNames, widest > slot, !canvas.isTerminal {
      areTilted = true
      texts = words.map { canvas.wrap($0, 0.9, limit: canvas.height * 0.45) }
      width = texts.joined().map { canvas.width($0, 0.9) }.max() ?? 0
      height = width * sin(Double(Self.tilt) * .pi / 180) + canvas.leading(0.9)
    } else {
      texts = words.map { areNames ? canvas.wrap($0, 0.9, limit: max(slot, canvas.em)) : [$0] }
      width = texts.joined().map { canvas.width($0, 0.9) }.max() ?? 0
      height = Double(texts.map(\.count).max() ?? 1) * canvas.leading(0.9)
    }
  }

  private static func chosen(
    _ axis: Axis, _ range: ClosedRange<Double>, _ names: [String]?, _ count: Int
  ) -> (values: [Double], words: [String]) {
    if axis.isHidden { return ([], []) }
    if let names { return (names.indices.map(Double.init), names) }
    let chosen =
      axis.isLogarithmic
      ? Ticks.logarithmic(in: range, count: count) : Ticks.linear(in: range, count: count)
    let margin = axis.isLogarithmic ? 0 : (range.upperBound - range.lowerBound) * 1e-9
    let shown = (axis.ticks ?? chosen).enumerated().filter {
      $0.element >= range.lowerBound - margin && $0.element <= range.upperBound + margin
    }
    let values = shown.map(\.element)
    if let words = axis.names { return (values, shown.map { words[$0.offset] }) }
    return (values, axis.isLogarithmic ? Ticks.logarithmicTexts(values) : Ticks.texts(values))
  }
}
