import Foundation

extension Encodable {
  /// The settings of a method or an optimiser as they are saved: `"fisher=exact, lambda=1e10"`.
  ///
  /// Read from its saved form, so that no setting can be changed without the text changing.
  package var settings: String {
    guard let saved = try? JSONEncoder().encode(self),
      let fields = try? JSONDecoder().decode([String: SavedSetting].self, from: saved)
    else { return "" }
    return fields.filter { !SavedSetting.gathered.contains($0.key) }.sorted { $0.key < $1.key }
      .compactMap { key, value in value.text.map { "\(key)=\($0)" } }.joined(separator: ", ")
  }
}

/// A setting in its saved form.
private struct SavedSetting: Decodable {
  /// What a run counts or gathers is saved beside the settings.
  static let gathered = ["samplesKept", "steps", "thetas", "violations", "quota"]

  /// `nil` for a list: lists hold what a run gathers.
  let text: String?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      text = truth ? "yes" : "no"
    } else if let number = try? container.decode(Double.self) {
      text = String(format: "%g", number).replacingOccurrences(of: "e+0", with: "e")
        .replacingOccurrences(of: "e-0", with: "e-").replacingOccurrences(of: "e+", with: "e")
    } else if let word = try? container.decode(String.self) {
      text = word
    } else if let parts = try? container.decode([String: SavedSetting].self) {
      // A choice, by its name and what goes with it: {"batched": {"_0": 128}} is batched(128).
      text = parts.sorted { $0.key < $1.key }.compactMap { name, value in
        guard !Self.gathered.contains(name), let text = value.text else { return nil }
        return name == "_0" ? text : text.isEmpty ? name : "\(name)(\(text))"
      }.joined(separator: " ")
    } else {
      text = nil
    }
  }
}
