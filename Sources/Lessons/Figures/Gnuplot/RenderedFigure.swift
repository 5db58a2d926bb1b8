import Foundation

/// A figure as files: what a page shows and links to.
public struct RenderedFigure: Sendable, Codable, Equatable {
  /// The file stem: `name.svg`, `name.png` ….
  public var name: String
  /// The folder that holds them.
  public var folder: URL
  /// The figure itself.
  public var figure: Figure
  /// What a reader must know and the picture does not show, such as values that are not numbers.
  public var notes: [String]
  /// What gnuplot remarked while it drew, each line once. It cost no picture anything.
  public var remarks: [String]

  /// Its files in `folder`: three pictures, the script that makes them (`.gp`), its data (`.dat`), the bytes
  /// of its images (`.bin`) if it has any, the figure as a value (`.json`); for one that moves a `.gif`, too,
  /// and what makes it.
  public var files: [String]

  /// Whether only its value was kept, for want of gnuplot.
  var notDrawn: Bool { !files.contains("\(name).svg") }

  /// The endings of the three pictures.
  public static let pictures = ["svg", "png", "pdf"]

  /// The file with one of the endings.
  public func file(_ ending: String) -> URL {
    folder.appendingPathComponent("\(name).\(ending)")
  }
}
