import ArgumentParser
import CLCore

extension Reproduction {
  /// A part of the table: some methods (`"ewc,si"`), some scenarios (`"task"`), other seeds; all and the
  /// table's own where `nil`.
  ///
  /// - Throws: `ValidationError` for a name that the table does not have, and when nothing is left.
  package func narrowed(
    methods: String? = nil, scenarios: String? = nil, seeds: [UInt64]? = nil
  ) throws -> Reproduction {
    let keys = try Self.chosen(methods, among: Names("method of \(name)", methodKeys))
    let kept = try Self.chosen(
      scenarios, among: Names("scenario of \(name)", self.scenarios.map(\.rawValue)))
    var result = self
    result.entries = entries.filter { keys.contains($0.key) && kept.contains($0.scenario.rawValue) }
    if let seeds { result.seeds = seeds }
    guard !result.entries.isEmpty else {
      throw ValidationError("\(name) has none of these methods in these scenarios.")
    }
    return result
  }

  private static func chosen(_ text: String?, among names: Names) throws -> [String] {
    guard let text else { return names.known }
    return try text.split(separator: ",").map { names.known[try names.place(of: String($0))] }
  }
}
