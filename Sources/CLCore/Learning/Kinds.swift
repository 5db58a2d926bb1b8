/// The types that a saved run may hold. One list, ``library``, made of the types themselves; a program with types
/// of its own passes a longer one in the decoder's `userInfo`.
public struct Kinds: Sendable {
  /// Networks.
  public var networks: [any Network.Type]
  /// Optimisers.
  public var optimizers: [any Optimizer.Type]
  /// Methods.
  public var strategies: [any Strategy.Type]
  /// Methods that learn to learn.
  public var metaStrategies: [any MetaStrategy.Type]

  /// The list in the decoder's `userInfo`, else this library's.
  static func known(to decoder: any Decoder) -> Kinds {
    CodingUserInfoKey.kinds.flatMap { decoder.userInfo[$0] as? Kinds } ?? .library
  }

  /// Writes a value under `key`, and the name of its type under `kindKey`.
  static func encode<Key>(
    _ value: any SavedKind, to container: inout KeyedEncodingContainer<Key>, kind kindKey: Key,
    _ key: Key
  ) throws {
    try container.encode(type(of: value).savedName, forKey: kindKey)
    try container.encode(value, forKey: key)
  }

  /// Reads under `key` a value of the type among `types` whose name is saved under `kindKey`; throws
  /// `DecodingError` unless there is exactly one.
  ///
  /// A name without its module, as types were saved by before, is that of the one type so called.
  static func decode<Value, Key>(
    _ types: [any SavedKind.Type], from container: KeyedDecodingContainer<Key>, kind kindKey: Key,
    _ key: Key
  ) throws -> Value {
    let name = try container.decode(String.self, forKey: kindKey)
    func read<T: Decodable>(_ type: T.Type) throws -> Any {
      try container.decode(type, forKey: key)
    }
    let exact = types.filter { $0.savedName == name }
    let found = exact.isEmpty ? types.filter { "\($0)" == name } : exact
    guard found.count == 1, let value = try read(found[0]) as? Value else {
      let known = (found.isEmpty ? types : found).map { String(reflecting: $0) }
        .joined(separator: ", ")
      throw DecodingError.dataCorruptedError(
        forKey: kindKey, in: container,
        debugDescription: found.isEmpty
          ? "\(name) is none of \(known)"
          : "\(name) may be each of \(known); give one of them a savedName of its own")
    }
    return value
  }
}

/// A method that can be made from its settings by name.
public typealias Method = any (Strategy & Configurable).Type

extension Kinds {
  /// The methods of this list that can be made from settings. Distillation cannot: it needs a teacher.
  public var methods: [Method] {
    strategies.compactMap { $0 as? Method }
  }

  /// The optimisers of this list that can be made from settings.
  public var configurableOptimizers: [any (Optimizer & Configurable).Type] {
    optimizers.compactMap { $0 as? any (Optimizer & Configurable).Type }
  }
}

extension Strategy where Self: Configurable {
  /// Whether the method is made for the task-incremental scenario alone.
  public var needsTaskIdentity: Bool { Self.about.scenarios == [.task] }
}

extension Collection {
  /// The one of these types with this key.
  ///
  /// - Throws: `SettingError` with the nearest name when there is none.
  package func named<Kind>(_ name: String, _ kind: String) throws(SettingError) -> Kind
  where Element == Kind {
    let types = Array(self)
    let keys = types.map { ($0 as? any Configurable.Type)?.about.key ?? "" }
    return types[try Names(kind, keys).place(of: name)]
  }
}

extension CodingUserInfoKey {
  /// The place of a longer list of `Kinds` in a decoder's `userInfo`.
  public static let kinds = CodingUserInfoKey(rawValue: "palimpsest.kinds")
}
