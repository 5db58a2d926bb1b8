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
  /// The same in radians.
  static let slope = Double(tilt) * .pi / 180

  /// The ticks of a vertical axis, in lines no wider than `limit`.
  init(
    _ axis: Axis, _ range: ClosedRange<Double>, names: [String]?, count: Int, _ canvas: Canvas,
    limit: Double
  ) {
    let (values, words) = Self.chosen(axis, range, names, max(count, 2))
    self.values = values
    let wrapped = words.map { canvas.wrap($0, 0.9, limit: limit) }
    // Where rows are many, a second line would lie on the next name: somewhat long names stay whole.
    let lines = wrapped.joined().count
    let isCrowded =
      lines > words.count && Double(lines) * canvas.leading(0.9) > 0.7 * canvas.height
      && words.allSatisfy { canvas.width($0, 0.9) < 2 * limit }
    texts = isCrowded ? words.map { [$0] } : wrapped
    width = texts.joined().map { canvas.width($0, 0.9) }.max() ?? 0
  }

  /// The ticks of a horizontal axis `room` long, as many as have room beside each other. Names are wrapped, or
  /// tilted where one of their words is wider than its share; short ones, such as numbers, are left out.
  init(
    _ axis: Axis, _ range: ClosedRange<Double>, names: [String]?, count: Int, _ canvas: Canvas,
    room: Double
  ) {
    let areNames = names != nil || axis.names != nil
    var (values, words) = Self.chosen(axis, range, names, max(count, 2))
    let scale = Scale(range: range, isLogarithmic: axis.isLogarithmic, from: 0, to: room)
    var stride = 2
    while !areNames, !canvas.isTerminal, values.count > 2, stride < 12,
      Self.crowd(values.map { scale($0) }, words, canvas)
    {
      (values, words) = Self.chosen(axis, range, names, max(count, 2), each: stride)
      stride += 1
    }
    self.values = values
    let slot = room / Double(max(values.count, 1)) - canvas.gap(0.5)
    let parts = words.flatMap { Lettering.words(of: $0.onOneLine) }
    let widest = parts.map { canvas.width($0.word, 0.9) }.max() ?? 0
    if areNames, widest > 0, widest > slot, widest < 1.7 * canvas.em, !canvas.isTerminal {
      let each = Int((widest / max(slot, widest / 8)).rounded(.up))
      texts = words.enumerated().map { $0.offset % each == 0 ? [$0.element] : [] }
      width = widest
      height = canvas.leading(0.9)
    } else if areNames, widest > slot, !canvas.isTerminal {
      areTilted = true
      texts = words.map { canvas.wrap($0, 0.9, limit: canvas.height * 0.45) }
      width = texts.joined().map { canvas.width($0, 0.9) }.max() ?? 0
      height = width * sin(Self.slope) + canvas.leading(0.9)
    } else {
      texts = words.map { areNames ? canvas.wrap($0, 0.9, limit: max(slot, canvas.em)) : [$0] }
      width = texts.joined().map { canvas.width($0, 0.9) }.max() ?? 0
      height = Double(texts.map(\.count).max() ?? 1) * canvas.leading(0.9)
    }
  }

  /// Whether two of the words, centred at `places`, come too close to each other.
  private static func crowd(_ places: [Double], _ words: [String], _ canvas: Canvas) -> Bool {
    let halves = words.map { canvas.width($0, 0.9) / 2 }
    return places.indices.dropFirst().contains { i in
      abs(places[i] - places[i - 1]) < halves[i] + halves[i - 1] + canvas.gap(0.45)
    }
  }

  /// The ticks and their words; of those that the axis itself names one in `each` is taken, of round ones
  /// fewer are chosen.
  private static func chosen(
    _ axis: Axis, _ range: ClosedRange<Double>, _ names: [String]?, _ count: Int, each: Int = 1
  ) -> (values: [Double], words: [String]) {
    if axis.isHidden { return ([], []) }
    if let names { return (names.indices.map(Double.init), names) }
    func one(in each: Int, of ticks: [Double]) -> [Double] {
      ticks.enumerated().filter { $0.offset % each == 0 }.map(\.element)
    }
    let chosen =
      axis.isLogarithmic
      ? one(in: each, of: Ticks.logarithmic(in: range, count: count))
      : Ticks.linear(in: range, count: max(2, count / each))
    let margin = axis.isLogarithmic ? 0 : (range.upperBound - range.lowerBound) * 1e-9
    let shown = (axis.ticks.map { one(in: each, of: $0) } ?? chosen).enumerated().filter {
      $0.element >= range.lowerBound - margin && $0.element <= range.upperBound + margin
    }
    let values = shown.map(\.element)
    if let words = axis.names { return (values, shown.map { words[$0.offset] }) }
    return (values, axis.isLogarithmic ? Ticks.logarithmicTexts(values) : Ticks.texts(values))
  }
}
