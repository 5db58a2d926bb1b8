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

  /// The endings of its files: three pictures, the script that makes them ("gp"), its data ("dat"),
  /// the figure as a value ("json"), and the bytes of its images ("bin") if it has any.
  public var endings: [String]

  /// The endings of the three pictures.
  public static let pictures = ["svg", "png", "pdf"]

  /// The file with one of `endings`.
  public func file(_ ending: String) -> URL {
    folder.appendingPathComponent("\(name).\(ending)")
  }
}
