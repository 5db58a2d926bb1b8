import Foundation

/// Paper and ink. A figure names the colours of its marks once; the theme says how they look on its paper.
public struct Theme: Sendable, Codable, Hashable {
  /// "light" or "dark".
  public var name: String
  /// Behind everything.
  public var paper: Colour
  /// Titles and labels.
  public var ink: Colour
  /// Axes, ticks and references.
  public var muted: Colour
  /// The grid.
  public var grid: Colour

  /// Black on white.
  public static let light = Theme(
    name: "light", paper: .white, ink: Colour(0x222222), muted: Colour(0x5F5F5F),
    grid: Colour(0xE6E6E6))

  /// Light on nearly black, for a dark room. Not quite black: on it the dark end of a colour scale would be lost.
  public static let dark = Theme(
    name: "dark", paper: Colour(0x16191D), ink: Colour(0xE8EAED), muted: Colour(0xA0A6AD),
    grid: Colour(0x33383E))

  /// Whether light ink stands on dark paper.
  public var isDark: Bool { paper.luminance < 0.18 }
}

extension Theme {
  /// The colour in which a line or a point of `colour` is drawn: the same hue, as much nearer to the
  /// ink as it takes to stand out from the paper. A grey keeps its contrast, so that black becomes the
  /// lightest on dark paper. Lines need a contrast of 3 (WCAG 2.1, 1.4.11); on dark paper, which a
  /// projector makes grey, 4.5.
  public func mark(_ colour: Colour) -> Colour {
    legible(colour, contrast: isDark ? 4.5 : 3)
  }

  /// The colour in which an area of `colour`, a bar, is filled. It has edges and a number, and on white it may be
  /// as pale as the figure makes it. A grey that stands out from dark paper stays as it is: what is pale beside
  /// another grey on white, the same in a weaker form, is paler on black too.
  public func area(_ colour: Colour) -> Colour {
    guard isDark else { return colour }
    return colour.contrast(with: paper) >= 3 ? colour : mark(colour)
  }

  /// The colour in which words about a mark of `colour` are written: a contrast of 4.5 (WCAG 2.1, 1.4.3).
  public func words(_ colour: Colour) -> Colour { legible(colour, contrast: 4.5) }

  /// The pale colour of a stretch that is shaded in `colour`.
  public func tint(_ colour: Colour) -> Colour {
    mark(colour).mixed(with: paper, share: isDark ? 0.82 : 0.88)
  }

  private func legible(_ colour: Colour, contrast: Double) -> Colour {
    let pole = isDark ? Colour.white : .black
    let own = isDark && colour.isGrey ? turned(colour) : colour
    var share = 0.0
    var legible = own
    while legible.contrast(with: paper) < contrast, share < 1 {
      share += 0.02
      legible = own.mixed(with: pole, share: share)
    }
    return legible
  }

  /// The grey that stands as far from this paper as `grey` does from white, both as shares of the farthest.
  private func turned(_ grey: Colour) -> Colour {
    let share = log(grey.contrast(with: .white)) / log(Colour.black.contrast(with: .white))
    let contrast = pow(Colour.white.contrast(with: paper), share)
    return Colour(grey: contrast * (paper.luminance + 0.05) - 0.05)
  }
}

extension Colour {
  /// How far two colours stand apart, 1 … 21, as WCAG 2 defines it.
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  /// Whether the channels are nearly equal.
  fileprivate var isGrey: Bool { max(red, green, blue) - min(red, green, blue) < 16 }

  /// The grey of a relative luminance.
  fileprivate init(grey luminance: Double) {
    let s = min(max(luminance, 0), 1)
    let channel = s <= 0.0031308 ? 12.92 * s : 1.055 * pow(s, 1 / 2.4) - 0.055
    let byte = UInt32((channel * 255).rounded())
    self.init(byte << 16 | byte << 8 | byte)
  }
}
