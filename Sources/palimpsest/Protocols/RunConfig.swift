import CLCore

/// A whole protocol: everything that a result depends on, and nothing else. What is written beside every
/// result as `config.json`, and read by `--config`; the keys are the names of the flags.
@dynamicMemberLookup
package struct RunConfig: Sendable, Equatable {
  /// The version of this format.
  package static let newestFormat = 1
  package var format = newestFormat
  package var method = "fine-tuning"
  /// The method's own settings; in a finished config all of them.
  package var settings: [String: SettingValue] = [:]
  package var data = DatasetChoice.fashionMNIST
  package var experiment = Experiment()
  package var seeds: [UInt64] = Array(0...4)

  package init() {}

  /// A part of the experiment.
  package subscript<Value>(dynamicMember path: WritableKeyPath<Experiment, Value>) -> Value {
    get { experiment[keyPath: path] }
    set { experiment[keyPath: path] = newValue }
  }

  /// The names of what belongs to no experiment.
  enum Name {
    static let format = "format"
    static let method = "method"
    static let settings = "settings"
    static let data = "data"
    static let seeds = "seeds"
  }

  /// The names of all parts, as they are typed and written.
  package static let names =
    [Name.format, Name.method, Name.settings, Name.data] + Experiment.names + [Name.seeds]
}
