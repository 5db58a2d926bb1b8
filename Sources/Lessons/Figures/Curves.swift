/// Anything a panel can hold. Marks compose: a panel is a list of them.
public enum Mark: Sendable, Codable, Equatable {
  /// A curve, with a band if there is one.
  case line(Line)
  /// Points without a line.
  case points(Points)
  /// Grouped bars.
  case bars(Bars)
  /// Cells of a matrix with their numbers.
  case heatmap(Heatmap)
  /// A function over a plane.
  case field(Field)
  /// A sheet of grey images.
  case images(ImageSheet)
  /// A grey line to compare with.
  case reference(Reference)
  /// A shaded stretch of the x axis.
  case shade(Shade)
  /// Words at a place.
  case text(Note)
  /// An arrow.
  case arrow(Arrow)
}

/// A curve through (x, y), its label written at its right end in the margin.
public struct Line: Sendable, Codable, Equatable {
  /// Written at the end of the curve; nil for none.
  public var label: String?
  /// Where the curve goes. A value that is not finite leaves a gap and is counted.
  @Values public var x: [Double]
  /// The heights, one for each x.
  @Values public var y: [Double]
  /// The lower and upper edge of the band, one for each x; empty for no band.
  @Values public var low: [Double]
  /// The upper edge.
  @Values public var high: [Double]
  /// Colour, dash and marker.
  public var style: SeriesStyle
  /// Draws the marker at every x; on a dense curve leave it off.
  public var showsPoints: Bool
  /// Drawn heavier than the others.
  public var isEmphasised: Bool

  /// A curve through the points (x[i], y[i]).
  public init(
    _ label: String? = nil, x: [Double], y: [Double], low: [Double] = [], high: [Double] = [],
    style: SeriesStyle, showsPoints: Bool = false, isEmphasised: Bool = false
  ) {
    self.label = label
    self.style = style
    self.showsPoints = showsPoints
    self.isEmphasised = isEmphasised
    self.x = x
    self.y = y
    self.low = low
    self.high = high
  }
}

/// A cloud of points of one kind.
public struct Points: Sendable, Codable, Equatable {
  /// The name of the whole group, written in the key above the panel; nil for none.
  public var label: String?
  /// The horizontal places.
  @Values public var x: [Double]
  /// The vertical places.
  @Values public var y: [Double]
  /// A name beside each point; empty for none.
  public var names: [String]
  /// Colour and marker.
  public var style: SeriesStyle

  /// Points at (x[i], y[i]).
  public init(
    _ label: String? = nil, x: [Double], y: [Double], names: [String] = [], style: SeriesStyle
  ) {
    self.label = label
    self.names = names
    self.style = style
    self.x = x
    self.y = y
  }
}

/// Bars in groups: a group of bars over each category, one bar a series.
public struct Bars: Sendable, Codable, Equatable {
  /// One series of bars: a value for each category.
  public struct Series: Sendable, Codable, Equatable {
    /// The name in the key above the panel; a single series needs none.
    public var label: String
    /// A value for each category.
    @Values public var values: [Double]
    /// Half the height of each error bar; empty for none.
    @Values public var errors: [Double]
    /// The colour (a bar has no dash or marker; its place in the group is the second channel).
    public var style: SeriesStyle
    /// A colour for each bar in place of the series' own; empty for none.
    public var styles: [SeriesStyle]
    /// The categories, from 0, in which the series has no bar because it has nothing to say there.
    public var absent: [Int]

    /// One bar for each category.
    public init(
      _ label: String = "", _ values: [Double], errors: [Double] = [], style: SeriesStyle,
      styles: [SeriesStyle] = [], absent: [Int] = []
    ) {
      self.label = label
      self.style = style
      self.styles = styles
      self.absent = absent
      self.values = values
      self.errors = errors
    }
  }
  /// Written under each group.
  public var categories: [String]
  /// The series, drawn from left to right within a group.
  public var series: [Series]
  /// Writes each value over its bar.
  public var showsValues: Bool
  /// Decimals of those values.
  public var decimals: Int

  /// Grouped bars.
  public init(
    categories: [String], series: [Series], showsValues: Bool = true, decimals: Int = 2
  ) {
    self.categories = categories
    self.series = series
    self.showsValues = showsValues
    self.decimals = decimals
  }
}
