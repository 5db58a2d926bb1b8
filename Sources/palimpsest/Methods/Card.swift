import CLCore

/// What the command line says of a method or an optimiser, and what may be set.
public struct Card: Sendable {
  /// What it is called, such as `online-ewc`.
  public let key: String
  /// What it does, in a line.
  public let idea: String
  /// Where it was published.
  public let paper: String
  /// What may be set.
  public let settings: [Setting]
  /// The scenarios in which it can run.
  public let scenarios: [Scenario]

  /// A card; without other scenarios it runs in all of them.
  public init(
    _ key: String, _ idea: String, paper: String, scenarios: [Scenario] = Scenario.allCases,
    settings: [Setting] = []
  ) {
    self.key = key
    self.idea = idea
    self.paper = paper
    self.settings = settings
    self.scenarios = scenarios
  }
}

/// What can be made from settings by name. Each type says itself what they are: there is no table of
/// makers beside the types.
public protocol Configurable {
  /// What it is and what may be set.
  static var card: Card { get }
  /// Made from its settings, all of them legal.
  init(_ values: SettingValues)
}

/// A method that the command line can run.
public typealias Method = any (Strategy & Configurable).Type

extension Kinds {
  /// The methods of this list that can be made from settings. Distillation cannot: it needs a teacher.
  package var methods: [Method] {
    strategies.compactMap { $0 as? Method }
  }

  /// The optimisers of this list that can be made from settings.
  package var configurableOptimizers: [any (Optimizer & Configurable).Type] {
    optimizers.compactMap { $0 as? any (Optimizer & Configurable).Type }
  }
}

extension Collection {
  /// The one of these types with this key.
  ///
  /// - Throws: `ValidationError` with the nearest name when there is none.
  package func named<Kind>(_ name: String, _ kind: String) throws -> Kind
  where Element == Kind {
    let types = Array(self)
    let keys = types.map { ($0 as? any Configurable.Type)?.card.key ?? "" }
    return types[try Names(kind, keys).place(of: name)]
  }
}
