import ArgumentParser
import CLCore

/// The protocols that a search tries.
package struct SearchPlan: Sendable {
  /// A protocol for each trial.
  package let trials: [RunConfig]
  /// The names of what is searched, as they stand in the log.
  package let names: [String]

  /// - Parameters:
  ///   - base: the protocol, its searched settings standard.
  ///   - axes: what is searched among the method's settings.
  ///   - optimizerAxes: what is searched among the optimiser's settings.
  ///   - random: how many trials are drawn by chance; `nil` tries the whole grid.
  /// - Throws: `ValidationError` when there is nothing to search, or too much.
  package init(
    _ base: RunConfig, _ axes: [SearchAxis], optimizer optimizerAxes: [SearchAxis],
    random count: Int?
  ) throws {
    guard !axes.isEmpty || !optimizerAxes.isEmpty else {
      throw ValidationError("Nothing is searched. Write for example --set lambda=1e0..1e6:log7.")
    }
    let all = axes + optimizerAxes
    let points: [[SettingValue]]
    if let count {
      // Trial k draws from a stream of its own, so that more trials leave the first as they are.
      points = (0..<count).map { trial in
        var random = Random(seed: 0, "search", trial)
        return all.map { $0.drawn(&random) }
      }
    } else {
      let size = all.reduce(1) { min($0 * $1.values.count, Self.most + 1) }
      guard size <= Self.most else {
        throw ValidationError(
          "The grid has more than \(Self.most) points. Search less, or add --random 50.")
      }
      points = all.reduce([[]]) { points, axis in
        points.flatMap { point in axis.values.map { point + [$0] } }
      }
    }
    names = axes.map(\.name) + optimizerAxes.map { "optimizer." + $0.name }
    trials = try points.map { point in
      var config = base
      for (axis, value) in zip(axes, point) { config.settings[axis.name] = value }
      for (axis, value) in zip(optimizerAxes, point.dropFirst(axes.count)) {
        config.optimizerSettings[axis.name] = value
      }
      if config.heldBack > 0 { config.onHeldBack = true }
      return try config.checked()
    }
  }

  /// The values of a trial, in the order of `names`.
  package func values(of trial: RunConfig) -> [String] {
    names.map { name in
      let isMover = name.hasPrefix("optimizer.")
      let key = isMover ? String(name.dropFirst("optimizer.".count)) : name
      return (isMover ? trial.optimizerSettings : trial.settings)[key]?.text ?? ""
    }
  }

  private static let most = 1000
}
