/// The types that a saved run may hold. One list, made of the types themselves; a program with types
/// of its own passes a longer one in the decoder's `userInfo`.
public struct Kinds: Sendable {
  /// Networks.
  public var networks: [any Network.Type]
  /// Optimisers.
  public var optimizers: [any Optimizer.Type]
  /// Methods.
  public var strategies: [any Strategy.Type]

  /// The types of this library.
  public static let library = Kinds(
    networks: [MLP.self],
    optimizers: [SGD.self, Momentum.self, AdaGrad.self, RMSProp.self, Adam.self],
    strategies: [FineTuning.self, Joint.self, SeparateNetworks.self, FrozenFeatures.self])

  /// The list in the decoder's `userInfo`, else this library's.
  static func known(to decoder: any Decoder) -> Kinds {
    CodingUserInfoKey.kinds.flatMap { decoder.userInfo[$0] as? Kinds } ?? .library
  }

  /// The type among `list` whose name is saved under `key`; throws `DecodingError` if there is none.
  func type<T, Key>(
    _ list: KeyPath<Kinds, [T]>, in container: KeyedDecodingContainer<Key>, _ key: Key
  ) throws -> T {
    let name = try container.decode(String.self, forKey: key)
    let types = self[keyPath: list]
    guard let type = types.first(where: { "\($0)" == name }) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container,
        debugDescription: "\(name) is none of \(types.map { "\($0)" }.joined(separator: ", "))")
    }
    return type
  }
}

extension CodingUserInfoKey {
  /// The place of a longer list of `Kinds` in a decoder's `userInfo`.
  public static let kinds = CodingUserInfoKey(rawValue: "palimpsest.kinds")
}
