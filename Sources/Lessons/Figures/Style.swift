import Foundation

/// A colour of 8 bits a channel.
public struct Colour: Sendable, Codable, Hashable {
  /// The channels, 0…255.
  public let red, green, blue: UInt8

  /// The colour 0xRRGGBB.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// "#RRGGBB".
  public var hex: String {
    "#"
      + [red, green, blue].map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// Relative luminance, 0 (black) … 1 (white), as WCAG 2 defines it.
  public var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let s = Double(byte) / 255
      return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// This colour mixed with `other`: `share` 0 is this one, 1 the other.
  public func mixed(with other: Colour, share: Double) -> Colour {
    let share = min(max(share, 0), 1)
    func mix(_ a: UInt8, _ b: UInt8) -> UInt32 {
      let mixed = Double(a) + share * (Double(b) - Double(a))
      return UInt32(mixed.rounded())
    }
    return Colour(mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }
}

/// The palette of M. Okabe and K. Ito (2008), told apart by readers with any colour vision.
extension Colour {
  /// Okabe–Ito blue.
  public static let blue = Colour(0x0072B2)
  /// Okabe–Ito vermilion.
  public static let vermilion = Colour(0xD55E00)
  /// Okabe–Ito bluish green.
  public static let green = Colour(0x009E73)
  /// Okabe–Ito reddish purple.
  public static let purple = Colour(0xCC79A7)
  /// Okabe–Ito orange.
  public static let orange = Colour(0xE69F00)
  /// Okabe–Ito sky blue.
  public static let sky = Colour(0x56B4E9)
  /// Okabe–Ito yellow: too light for a line on white, good for an area.
  public static let yellow = Colour(0xF0E442)
  /// Okabe–Ito black.
  public static let black = Colour(0x000000)
  /// For what is only a reference.
  public static let grey = Colour(0x767676)
  /// Paper.
  public static let white = Colour(0xFFFFFF)
  /// The eight of the palette, yellow last.
  public static let okabeIto: [Colour] = [
    .blue, .vermilion, .green, .purple, .orange, .sky, .black, .yellow,
  ]
}

/// The dash pattern of a line.
public enum Dash: String, Sendable, Codable, CaseIterable {
  /// ────
  case solid
  /// ── ──
  case dashed
  /// · · ·
  case dotted
  /// ── · ──
  case dashDot
  /// ── · · ──
  case dashDotDot
}

/// The shape of a point.
public enum Marker: String, Sendable, Codable, CaseIterable {
  /// No point is drawn.
  case none
  /// Filled shapes.
  case circle, square, triangle, diamond, downTriangle
  /// Their outlines.
  case openCircle, openSquare, openTriangle, openDiamond, openDownTriangle
  /// Two strokes.
  case cross, plus
}

/// How one method looks in the whole book: colour is never the only thing that tells it apart.
public struct SeriesStyle: Sendable, Codable, Hashable {
  /// The colour of line, points and label.
  public var colour: Colour
  /// The dash pattern of the line.
  public var dash: Dash
  /// The shape of the points.
  public var marker: Marker

  /// A style from its three channels.
  public init(_ colour: Colour, _ dash: Dash = .solid, _ marker: Marker = .circle) {
    self.colour = colour
    self.dash = dash
    self.marker = marker
  }

  /// Grey and dotted, for what is only there to compare with.
  public static let reference = SeriesStyle(.grey, .dotted, .none)

  /// The style of one of a family of methods: the family's hue, and a shade, dash and marker of its own.
  ///
  /// - Parameters:
  ///   - family: `baseline`, `regularization`, `distillation`, `replay`, `projection` or `architecture`; others are
  ///     grey.
  ///   - line: which of the family's lines it is; eight of them differ.
  public init(family: String, line: Int) {
    let hue: Colour =
      switch family {
      case "baseline": .vermilion
      case "regularization": .blue
      case "distillation": .purple
      case "replay": .orange
      case "projection": .green
      // Yellow itself is too light for a line.
      case "architecture": Colour.yellow.mixed(with: .black, share: 0.4)
      default: .grey
      }
    // Bars have neither dash nor marker, so that each line has a shade too; dark and light by turns.
    let shades = [0, -0.45, 0.3, -0.22, 0.15, -0.65, 0.4, -0.33]
    let place = ((line % shades.count) + shades.count) % shades.count
    let look = SeriesStyle.distinct[place]
    self.init(
      hue.mixed(with: shades[place] < 0 ? .black : .white, share: abs(shades[place])), look.dash,
      look.marker)
  }

  /// Eight styles that differ in all three channels, for series that are not methods.
  public static let distinct: [SeriesStyle] = zip(
    Colour.okabeIto,
    [
      (Dash.solid, Marker.circle), (.dashed, .square), (.dashDot, .triangle),
      (.dashDotDot, .diamond), (.dotted, .downTriangle), (.solid, .openCircle),
      (.dashed, .openSquare), (.dashDot, .openTriangle),
    ]
  ).map { SeriesStyle($0, $1.0, $1.1) }
}
