/// The size and the colours a figure is drawn in. One figure has many formats, one meaning.
public struct Format: Sendable, Codable, Hashable {
  /// "page", "slide", "paper", "terminal".
  public var name: String
  /// Width of the canvas in CSS pixels (1/96 inch), or in characters on a terminal.
  public var width: Double
  /// Its height; nil follows the figure's own aspect.
  public var height: Double?
  /// Size of ordinary type, in the same pixels.
  public var fontSize: Double
  /// Pixels of the PNG for each pixel of the canvas.
  public var resolution: Double
  /// Paper and ink.
  public var theme: Theme
  /// The font of all its words.
  public private(set) var font = Language.english.font

  /// A format of any size.
  public init(
    name: String, width: Double, height: Double?, fontSize: Double, resolution: Double = 2,
    theme: Theme = .light
  ) {
    self.name = name
    self.width = width
    self.height = height
    self.fontSize = fontSize
    self.resolution = resolution
    self.theme = theme
  }

  /// In the text column of a page: 800 wide, the figure's own aspect.
  public static let page = Format(name: "page", width: 800, height: nil, fontSize: 14)
  /// A 16:9 slide in large type; the PNG is 1920 × 1080.
  public static let slide = Format(name: "slide", width: 960, height: 540, fontSize: 19)
  /// One column of a paper: 8.5 cm wide in type of 8 points.
  public static let paper = Format(
    name: "paper", width: 321, height: nil, fontSize: 32.0 / 3, resolution: 4)

  /// This format with other paper and ink.
  public func on(_ theme: Theme) -> Format {
    var format = self
    format.theme = theme
    return format
  }

  /// What a lecturer may want: every size on light and on dark paper.
  public static let forLectures = [page, slide, paper].flatMap { size in
    [Theme.light, .dark].map { size.on($0) }
  }

  /// Size and theme in one word, as in "slide-dark".
  public var title: String { "\(name)-\(theme.name)" }

  /// In characters, for a glance at a figure in a terminal.
  static func terminal(width: Int, height: Int) -> Format {
    Format(
      name: terminalName, width: Double(width), height: Double(height), fontSize: 1, resolution: 1)
  }
  static let terminalName = "terminal"

  /// This format lettered in a font that has the characters of `language`.
  public func lettered(in language: Language) -> Format {
    var format = self
    format.font = language.font
    return format
  }
}
