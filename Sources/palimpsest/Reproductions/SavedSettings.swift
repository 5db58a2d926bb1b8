import Foundation

extension Encodable {
  /// The settings of a method or an optimiser as they are saved: `"fisher=exact, lambda=1e10"`.
  ///
  /// Read from its saved form, so that no setting can be changed without the text changing.
  package var settings: String {
    guard let saved = try? JSONEncoder().encode(self),
      let fields = try? JSONDecoder().decode([String: SavedSetting].self, from: saved)
    else { return "" }
    // What a run counts or gathers is saved beside the settings.
    let gathered = ["samplesKept", "steps", "thetas"]
    return fields.filter { !gathered.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.text)" }.joined(separator: ", ")
  }
}

/// A setting in its saved form.
private struct SavedSetting: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      text = truth ? "yes" : "no"
    } else if let number = try? container.decode(Double.self) {
      text = String(format: "%g", number).replacingOccurrences(of: "e+0", with: "e")
        .replacingOccurrences(of: "e-0", with: "e-").replacingOccurrences(of: "e+", with: "e")
    } else if let word = try? container.decode(String.self) {
      text = word
    } else {
      // A choice, by its name and what goes with it: {"batched": {"_0": 128}} is batched(128).
      let parts = try container.decode([String: SavedSetting].self).sorted { $0.key < $1.key }
      text = parts.map { name, value in
        name == "_0" ? value.text : value.text.isEmpty ? name : "\(name)(\(value.text))"
      }.joined(separator: " ")
    }
  }
}
