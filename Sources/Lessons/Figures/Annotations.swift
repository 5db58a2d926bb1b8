/// A grey line across the whole panel to compare with: chance, joint training, a task's boundary.
public struct Reference: Sendable, Codable, Equatable {
  /// Which way the line runs.
  public enum Direction: String, Sendable, Codable {
    /// At one height; its label stands in the right margin.
    case horizontal
    /// At one x; its label stands at the upper end.
    case vertical
  }
  /// Which way the line runs.
  public var direction: Direction
  /// The height, or the x.
  public var value: Double
  /// Its name; empty for none.
  public var label: String
  /// The dash pattern: dotted for chance, dashed for joint training.
  public var dash: Dash

  /// A line at the height `y`.
  public static func horizontal(_ y: Double, _ label: String = "", dash: Dash = .dotted) -> Self {
    Reference(direction: .horizontal, value: y, label: label, dash: dash)
  }
  /// A line at the place `x`.
  public static func vertical(_ x: Double, _ label: String = "", dash: Dash = .dotted) -> Self {
    Reference(direction: .vertical, value: x, label: label, dash: dash)
  }
}

/// A shaded stretch of the x axis: "task A", "task B".
public struct Shade: Sendable, Codable, Equatable {
  /// The stretch.
  public var x: ClosedRange<Double>
  /// Its name, written at its upper edge.
  public var label: String
  /// The tint; drawn pale.
  public var colour: Colour

  /// Shades `x`.
  public init(_ x: ClosedRange<Double>, _ label: String = "", colour: Colour = .grey) {
    self.x = x
    self.label = label
    self.colour = colour
  }
}

/// Words at a place of the panel.
public struct Note: Sendable, Codable, Equatable {
  /// The side of the place on which the words stand.
  public enum Side: String, Sendable, Codable {
    /// The words begin at, end at, or lie over the place.
    case right, left, centre
  }
  /// The place.
  public var x, y: Double
  /// The words.
  public var words: String
  /// The side of the place on which they stand.
  public var side: Side
  /// Their colour.
  public var colour: Colour

  /// Words at (x, y).
  public init(
    _ words: String, x: Double, y: Double, side: Side = .right, colour: Colour = .black
  ) {
    self.x = x
    self.y = y
    self.words = words
    self.side = side
    self.colour = colour
  }
}

/// A point of a panel, in the units of its axes.
public struct Place: Sendable, Codable, Equatable {
  /// The coordinates.
  public var x, y: Double

  /// The point (x, y).
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An arrow from one place to another.
public struct Arrow: Sendable, Codable, Equatable {
  /// The tail and the head.
  public var from, to: Place
  /// Its colour.
  public var colour: Colour

  /// An arrow between two places.
  public init(from: Place, to: Place, colour: Colour = .black) {
    self.from = from
    self.to = to
    self.colour = colour
  }
}
