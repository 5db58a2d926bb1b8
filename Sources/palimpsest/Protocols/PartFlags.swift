import ArgumentParser
import CLCore

/// A flag for each part of an experiment, as the parts describe themselves.
///
/// ArgumentParser finds the flags of a type by its mirror, and fills them in by decoding: both are written out here over
/// the list of parts, in place of a property for each.
package struct PartFlags: ParsableArguments, CustomReflectable {
  /// What was typed.
  package private(set) var given: [(part: ExperimentPart, text: String)] = []

  package init() {}

  private static let visible = Experiment.parts.filter { $0.form != .hidden }

  package var customMirror: Mirror {
    let flags = Self.visible.map { part -> (label: String?, value: Any) in
      let help = ArgumentHelp(stringLiteral: part.help)
      guard case .text(let words) = part.form else {
        return (
          part.name,
          Flag<Bool?>(name: .customLong(part.name), inversion: .prefixedNo, help: help)
        )
      }
      return (
        part.name,
        Option<String?>(
          name: .customLong(part.name), help: help,
          completion: words.isEmpty ? nil : .list(words))
      )
    }
    return Mirror(self, children: flags, displayStyle: .struct)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ExperimentKey.self)
    for part in Self.visible {
      let key = ExperimentKey(part.name)
      let text =
        part.form == .flag
        ? try container.decode(Flag<Bool?>.self, forKey: key).wrappedValue.map { "\($0)" }
        : try container.decode(Option<String?>.self, forKey: key).wrappedValue
      if let text { given.append((part, text)) }
    }
  }
}
