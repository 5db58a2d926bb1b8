/// The types that a saved run may hold. One list, made of the types themselves; a program with types
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

  /// The types of this library.
  public static let library = Kinds(
    networks: [MLP.self, MultimodalMLP.self, ProgressiveNetwork.self],
    optimizers: [SGD.self, Momentum.self, AdaGrad.self, RMSProp.self, Adam.self],
    strategies: [
      FineTuning.self, Joint.self, SeparateNetworks.self, FrozenFeatures.self, Multimodal.self,
      EWC.self, OnlineEWC.self, L2.self, MAS.self, SI.self, RWalk.self, SCP.self,
      ExperienceReplay.self, ICaRL.self, Distillation.self, LwF.self,
      GEM.self, AGEM.self, SGEM.self, PackNet.self, PNN.self, CPG.self, DEN.self,
    ],
    metaStrategies: [Pretraining.self, MAML.self, Reptile.self, LifelongMAML.self])

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

extension CodingUserInfoKey {
  /// The place of a longer list of `Kinds` in a decoder's `userInfo`.
  public static let kinds = CodingUserInfoKey(rawValue: "palimpsest.kinds")
}
