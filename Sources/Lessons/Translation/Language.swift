/// A language in which the book can be read.
public enum Language: String, CaseIterable, Codable, Sendable {
  /// The language of the sources.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"

  /// The language as a page says it of itself: `<html lang="zh-Hans">`.
  public var tag: String {
    switch self {
    case .english: "en"
    case .chinese: "zh-Hans"
    }
  }

  /// The font of a picture in this language. DejaVu Sans has Greek and mathematical signs and no Chinese.
  public var font: String {
    switch self {
    case .english: "DejaVu Sans"
    case .chinese: "Noto Sans CJK SC"
    }
  }
}
