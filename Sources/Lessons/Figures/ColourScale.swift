/// How a number becomes a colour.
public enum ColourScale: Sendable, Codable, Equatable {
  /// Viridis (S. van der Walt, N. Smith, 2015), dark to light, from the lower to the upper bound.
  case sequential(ClosedRange<Double>)
  /// Orange below 0, white at 0, blue above, as far as `limit` on both sides.
  case diverging(limit: Double)

  /// From which to which value the colours go.
  public var range: ClosedRange<Double> {
    switch self {
    case .sequential(let range): range
    case .diverging(let limit): -abs(limit)...abs(limit)
    }
  }

  /// Equally spaced stops of the scale.
  public var stops: [Colour] {
    switch self {
    case .sequential: Self.viridis
    case .diverging:
      [Colour(0xB35806), Colour(0xF1A340), .white, Colour(0x67A9CF), Colour(0x2166AC)]
    }
  }

  /// The colour of `value`; values outside the range have the colour of its end.
  public func colour(of value: Double) -> Colour {
    let span = range.upperBound - range.lowerBound
    guard value.isFinite, span > 0 else { return .white }
    let stops = stops
    let place =
      min(max((value - range.lowerBound) / span, 0), 1) * Double(stops.count - 1)
    let lower = min(Int(place), stops.count - 2)
    return stops[lower].mixed(with: stops[lower + 1], share: place - Double(lower))
  }

  /// Whether some of its colours can hardly be told from the paper of `theme`.
  func needsRim(on theme: Theme) -> Bool {
    stops.contains { $0.contrast(with: theme.paper) < 1.2 }
  }

  /// Ten stops of viridis.
  public static let viridis: [Colour] = [
    0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
    0xFDE725,
  ].map { Colour($0) }
}

extension Colour {
  /// Black or white, whichever is read more easily on this colour.
  public var readable: Colour {
    // The contrasts (L + 0.05) / 0.05 with black and 1.05 / (L + 0.05) with white are equal here.
    luminance > 0.179 ? .black : .white
  }
}
