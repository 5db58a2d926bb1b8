import Foundation

/// Numbers in the cells of a grid: an accuracy matrix, a confusion matrix. Row 0 is at the top.
public struct Heatmap: Sendable, Codable, Equatable {
  /// One defined cell; the others stay white.
  public struct Cell: Sendable, Codable, Equatable {
    /// Place in the grid, from 0.
    public var row, column: Int
    /// The number.
    public var value: Double

    /// The cell (row, column) with its value.
    public init(row: Int, column: Int, value: Double) {
      self.row = row
      self.column = column
      self.value = value
    }
  }
  /// The defined cells.
  public var cells: [Cell]
  /// Names of the rows, from the top.
  public var rows: [String]
  /// Names of the columns, from the left.
  public var columns: [String]
  /// How a number becomes a colour.
  public var scale: ColourScale
  /// What the colours measure; written beside the colour bar.
  public var label: String
  /// Decimals of the numbers in the cells; nil leaves the cells without numbers.
  public var decimals: Int?
  /// Leaves cells without a number where it would read 0.
  public var hidesZeros: Bool
  /// Draws the colour bar; of several panels with one scale the last will do.
  public var showsScale: Bool

  /// A grid of `rows` × `columns` with the given cells filled.
  public init(
    cells: [Cell], rows: [String], columns: [String], scale: ColourScale = .sequential(0...1),
    label: String = "", decimals: Int? = 2, hidesZeros: Bool = false, showsScale: Bool = true
  ) {
    self.cells = cells
    self.rows = rows
    self.columns = columns
    self.scale = scale
    self.label = label
    self.decimals = decimals
    self.hidesZeros = hidesZeros
    self.showsScale = showsScale
  }
}

/// A function over a rectangle, on a regular grid: colours with level lines over them.
public struct Field: Sendable, Codable, Equatable {
  /// The rectangle.
  public var x, y: ClosedRange<Double>
  /// Grid points along x; `values` is [rows × columns], the first row at the lower edge of y.
  public var columns: Int
  /// The values, row by row from the bottom.
  @Values public var values: [Double]
  /// What the values measure; written beside the colour bar.
  public var label: String
  /// Level lines to draw, roughly: round numbers near that many are chosen. 0 for none.
  public var levels: Int
  /// Colours and levels are spaced by the logarithm, as a loss wants it. Values must be above 0.
  public var isLogarithmic: Bool
  /// From which to which value the colours go, so that panels can share a scale; nil takes the field's
  /// own smallest and largest.
  public var range: ClosedRange<Double>?
  /// Draws the colour bar.
  public var showsScale: Bool

  /// A function's values on a grid of `columns` × (values.count / columns) points.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, values: [Double],
    label: String = "", levels: Int = 8, isLogarithmic: Bool = false,
    range: ClosedRange<Double>? = nil, showsScale: Bool = true
  ) {
    self.x = x
    self.y = y
    self.columns = columns
    self.label = label
    self.levels = levels
    self.isLogarithmic = isLogarithmic
    self.range = range
    self.showsScale = showsScale
    self.values = values
  }

  /// The smallest and the largest value that can be drawn; nil when there is none.
  var extremes: ClosedRange<Double>? {
    let drawn = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    guard let low = drawn.min(), let high = drawn.max() else { return nil }
    return low...high
  }
}

/// One grey image: a byte a pixel, 0 black, row by row from the top.
public struct GreyImage: Sendable, Codable, Equatable {
  /// Pixels in a row.
  public var width: Int
  /// height × width bytes.
  public var pixels: Data
  /// Small print under the image; empty for none.
  public var label: String

  /// An image of `width` columns from its bytes [height × width].
  public init(width: Int, pixels: some Sequence<UInt8>, label: String = "") {
    self.width = width
    self.pixels = Data(pixels)
    self.label = label
  }

  /// Rows of pixels.
  public var height: Int { width > 0 ? pixels.count / width : 0 }
}

/// Images in a grid with titles for its rows and columns.
public struct ImageSheet: Sendable, Codable, Equatable {
  /// The images, row by row from the top; nil leaves a place empty.
  public var images: [[GreyImage?]]
  /// Left of each row; empty for none.
  public var rowTitles: [String]
  /// Over each column; empty for none.
  public var columnTitles: [String]
  /// Draws 255 as black on white paper, as ink; otherwise 0 is black.
  public var isInverted: Bool

  /// A sheet of images.
  public init(
    _ images: [[GreyImage?]], rowTitles: [String] = [], columnTitles: [String] = [],
    isInverted: Bool = false
  ) {
    self.images = images
    self.rowTitles = rowTitles
    self.columnTitles = columnTitles
    self.isInverted = isInverted
  }
}
