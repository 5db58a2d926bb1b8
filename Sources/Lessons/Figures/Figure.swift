/// A figure of a chapter as a value: what it says, not how it is drawn.
///
/// The gnuplot script is a pure function of it (`Gnuplot.script`), so a figure is tested as text,
/// kept in the record of a run, and drawn again in another size without training anything again.
public struct Figure: Sendable, Codable, Equatable {
  /// The finding, as a sentence: what a reader should see within three seconds.
  public var title: String
  /// What is shown, over how many seeds, and what a band means. Stands under the picture, not in it.
  public var caption: String
  /// The picture in words, for readers who do not see it. A figure without it is refused.
  public var alt: String
  /// The panels, row by row.
  public var panels: [Panel]
  /// Panels side by side in one row of the grid.
  public var columns: Int
  /// Height over width of the page-sized picture, at most: images and equal units may need less. A
  /// slide keeps its own 9:16.
  public var aspect: Double

  /// A figure of `panels`, laid out row by row in a grid of `columns`.
  public init(
    title: String, alt: String, caption: String = "", panels: [Panel], columns: Int = 1,
    aspect: Double = 0.625
  ) {
    self.title = title
    self.caption = caption
    self.alt = alt
    self.panels = panels
    self.columns = columns
    self.aspect = aspect
  }
}

/// One pair of axes and what is drawn between them.
public struct Panel: Sendable, Codable, Equatable {
  /// Stands over the panel; empty when the figure's title says it all.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Drawn in this order, except that shading and filled cells always lie behind lines and text.
  public var marks: [Mark]
  /// One unit of x is as long as one unit of y: for planes, where angles mean something.
  public var equalUnits: Bool

  /// A panel of `marks` between the axes `x` and `y`.
  public init(
    title: String = "", x: Axis = Axis(), y: Axis = Axis(), marks: [Mark], equalUnits: Bool = false
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.equalUnits = equalUnits
  }
}

/// One axis: what is measured, in which unit, from where to where.
public struct Axis: Sendable, Codable, Equatable {
  /// What the axis measures, with its unit: "steps of task B", "time in seconds".
  public var label: String
  /// From where to where; taken from the data when nil.
  public var range: ClosedRange<Double>?
  /// Where the ticks stand; round numbers are chosen when nil.
  public var ticks: [Double]?
  /// Words in place of numbers, one for each of `ticks`.
  public var names: [String]?
  /// Logarithmic, base 10. The range and every value must be above 0.
  public var isLogarithmic: Bool
  /// Neither line nor ticks nor label are drawn.
  public var isHidden: Bool

  /// An axis; with no arguments, one without a label whose range and ticks follow the data.
  public init(
    _ label: String = "", range: ClosedRange<Double>? = nil, ticks: [Double]? = nil,
    names: [String]? = nil, isLogarithmic: Bool = false, isHidden: Bool = false
  ) {
    self.label = label
    self.range = range
    self.ticks = ticks
    self.names = names
    self.isLogarithmic = isLogarithmic
    self.isHidden = isHidden
  }

  /// An axis that is not drawn.
  public static let hidden = Axis(isHidden: true)
  /// An accuracy, as a fraction of 1.
  public static let accuracy = Axis("accuracy", range: 0...1)
}
