/// A type whose values are saved as `any` of their kind, together with the name of the type: networks,
/// optimisers and methods.
public protocol SavedKind: Sendable, Codable {
  /// The name under which values of this type are saved: by default that of its module and its own,
  /// `"CLCore.EWC"`. A type that has been renamed or moved keeps the old one by stating it:
  ///
  ///     public static let savedName = "CLCore.EWC"
  static var savedName: String { get }
}

extension SavedKind {
  public static var savedName: String { String(reflecting: Self.self) }
}
