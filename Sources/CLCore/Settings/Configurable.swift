/// What can be made from settings by name: a method or an optimiser. Its type states, in this one place, what it
/// is called, what may be set and within which bounds; command line, files, checks, listings, colours and laws
/// follow from it.
///
///     extension EWC: Configurable {
///       public static let about = About("ewc", "…", paper: "Kirkpatrick et al. 2017", .regularization, line: 0)
///       public static let standard = EWC(lambda: 1e5)
///       public static let settings: [Setting<EWC>] = [.number("lambda", \.lambda, .atLeast(0), "λ, …")]
///     }
public protocol Configurable: Sendable {
  /// What it is.
  static var about: About { get }
  /// One with every setting at its standard value.
  static var standard: Self { get }
  /// What may be set; by default nothing.
  static var settings: [Setting<Self>] { get }
}

extension Configurable {
  public static var settings: [Setting<Self>] { [] }

  /// What may be set, with the values that ``standard`` has.
  public static var described: [SettingDescription] {
    settings.map { $0.description(standard: $0.value(of: standard)) }
  }

  /// With these settings, and all others at their standard values.
  ///
  /// - Throws: `SettingError` for a name that is none of the settings and for a value that one cannot have.
  public init(_ given: [String: SettingValue]) throws(SettingError) {
    self = Self.standard
    let checked = try Self.checked(given)
    for setting in Self.settings {
      if let value = checked[setting.name] { setting.set(value, of: &self) }
    }
  }

  /// All settings by name: those given, and the standard values of the others, where they have one.
  ///
  /// - Throws: `SettingError`, as ``init(_:)``.
  public static func completed(
    _ given: [String: SettingValue]
  ) throws(SettingError) -> [String: SettingValue] {
    var all: [String: SettingValue] = [:]
    for setting in described { all[setting.name] = setting.standard }
    return all.merging(try checked(given)) { $1 }
  }

  /// All settings as they are at this one, by name.
  public var settingValues: [String: SettingValue] {
    Self.settings.reduce(into: [:]) { $0[$1.name] = $1.value(of: self) }
  }

  private static func checked(
    _ given: [String: SettingValue]
  ) throws(SettingError) -> [String: SettingValue] {
    let described = described
    var checked: [String: SettingValue] = [:]
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      let setting = try described.named(name, of: about.key)
      checked[setting.name] = try setting.checked(value)
    }
    return checked
  }
}

/// What a method or an optimiser is, in words and in figures.
public struct About: Sendable {
  /// What it is called on the command line and in files, such as `online-ewc`.
  public let key: String
  /// What it does, in a line.
  public let idea: String
  /// Where it was published.
  public let paper: String
  /// The scenarios in which it can run.
  public let scenarios: [Scenario]
  /// What else it asks of a protocol.
  public let needs: Set<Need>
  /// Figures draw a family in one hue.
  public let family: Family
  /// Which of the family's lines it is: no two methods of a family have the same dash and marker.
  public let line: Int

  /// Settings with which a method takes fine-tuning's steps to the bit: strength 0, an empty memory; `nil` where
  /// there are none.
  public let fineTuning: [String: SettingValue]?

  /// What a protocol must or must not have.
  public enum Need: Sendable {
    /// The network has a hidden layer.
    case hiddenLayer
    /// The method itself says which outputs are active.
    case allOutputs
  }

  /// What methods have in common.
  public enum Family: String, Sendable, CaseIterable {
    case baseline, regularization, distillation, replay, projection, architecture, optimizer
  }

  /// A description; a method without other scenarios runs in all of them.
  public init(
    _ key: String, _ idea: String, paper: String, _ family: Family, line: Int = 0,
    scenarios: [Scenario] = Scenario.allCases, needs: Set<Need> = [],
    fineTuning: [String: SettingValue]? = nil
  ) {
    self.key = key
    self.idea = idea
    self.paper = paper
    self.family = family
    self.line = line
    self.scenarios = scenarios
    self.needs = needs
    self.fineTuning = fineTuning
  }
}
