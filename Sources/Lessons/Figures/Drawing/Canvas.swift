import Foundation

/// The sheet a figure is drawn on: its size, its type, and where a place on it lies for gnuplot.
///
/// Lengths are CSS pixels from the lower left corner, as gnuplot counts; on a terminal, characters.
struct Canvas {
  let format: Format
  let width, height: Double

  init(_ format: Format, aspect: Double) {
    self.format = format
    width = format.width
    height = format.height ?? (format.width * aspect).rounded()
  }

  /// This canvas with `slack` taken from its height, where its format does not fix it.
  func lower(by slack: Double) -> Canvas {
    Canvas(
      format,
      aspect: format.height == nil ? (height - slack.rounded(.down)) / width : height / width)
  }

  var isTerminal: Bool { format.name == Format.terminalName }
  var theme: Theme { format.theme }
  /// The size of ordinary type.
  var em: Double { format.fontSize }
  /// Line widths and point sizes grow with the type.
  var weight: Double { isTerminal ? 1 : em / 14 }

  /// The height of a line of type `size` times the ordinary.
  func leading(_ size: Double = 1) -> Double { isTerminal ? 1 : em * size * 1.25 }

  /// A gap of `ems` in height, which a terminal cannot afford.
  func gap(_ ems: Double) -> Double { isTerminal ? 0 : em * ems }

  /// The width of `text` in type `size` times the ordinary.
  func width(_ text: String, _ size: Double = 1, bold: Bool = false) -> Double {
    lettering(bold).width(text.onOneLine, size: em * size)
  }

  /// `text` in lines of at most `limit`.
  func wrap(_ text: String, _ size: Double = 1, bold: Bool = false, limit: Double) -> [String] {
    lettering(bold).wrap(text.onOneLine, size: em * size, limit: limit)
  }

  private func lettering(_ bold: Bool) -> Lettering { isTerminal ? .cells : bold ? .bold : .sans }

  /// The place (x, y) in gnuplot's screen coordinates.
  func screen(_ x: Double, _ y: Double) -> String {
    "screen \(Self.short(x / width)), \(Self.short(y / height))"
  }

  /// A length or share with five decimals: far below a pixel, and short to read.
  static func short(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let rounded = (value * 1e5).rounded() / 1e5
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}

/// A rectangle on the canvas.
struct Box: Equatable {
  var left, bottom, right, top: Double
  var width: Double { right - left }
  var height: Double { top - bottom }
  var midX: Double { (left + right) / 2 }
  var midY: Double { (bottom + top) / 2 }

  /// The part of this box that is left when the margins are taken off.
  func inset(_ margins: Margins) -> Box {
    Box(
      left: left + margins.left, bottom: bottom + margins.bottom, right: right - margins.right,
      top: top - margins.top)
  }

  /// Whether any part of `other` lies on this box.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }

  /// Whether `other` lies in this box.
  func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && bottom <= other.bottom && other.top <= top
  }
}

/// What stands around the frame of a panel.
struct Margins: Equatable {
  var left = 0.0
  var bottom = 0.0
  var right = 0.0
  var top = 0.0

  /// The larger of each margin.
  func union(_ other: Margins) -> Margins {
    Margins(
      left: max(left, other.left), bottom: max(bottom, other.bottom),
      right: max(right, other.right), top: max(top, other.top))
  }
}

/// How a quantity becomes a place along one side of a frame.
struct Scale {
  var range: ClosedRange<Double>
  var isLogarithmic: Bool
  /// The ends of the side, in canvas lengths.
  var from, to: Double

  /// The place of `value`.
  func callAsFunction(_ value: Double) -> Double {
    func measure(_ v: Double) -> Double { isLogarithmic ? log10(v) : v }
    let low = measure(range.lowerBound)
    let high = measure(range.upperBound)
    return from + (measure(value) - low) / (high - low) * (to - from)
  }
}
