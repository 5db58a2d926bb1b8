import Foundation
import Lessons

/// The results as a table for people and as JSON for programs.
struct Report {
  let results: [Result]

  /// The table, as lines.
  func table(width: Int) -> [String] {
    Table(
      title: "Benchmarks",
      columns: [
        "row", "ours", "unit", "products", "floor", "× floor", "peer", "× peer", "must reach", "ok",
      ],
      rows: results.map { result in
        [
          result.row.name, number(result.ours), result.row.unit.rawValue, number(result.products),
          number(result.floor), ratio(result.ratioToFloor), number(result.peer),
          ratio(result.ratioToPeer),
          result.row.goals.map(words).joined(separator: ", "),
          result.isReached.map { $0 ? "yes" : "NO" } ?? "–",
        ]
      }
    ).drawn(width: width)
  }

  /// Writes the results to `path`, whole or not at all.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (encoder.encode(results) + Data("\n".utf8)).write(to: file, options: .atomic)
  }

  private func number(_ x: Double?) -> String {
    guard let x else { return "–" }
    return String(format: x < 10 ? "%.2f" : x < 100 ? "%.1f" : "%.0f", x)
  }

  private func ratio(_ x: Double?) -> String { x.map { String(format: "%.2f", $0) } ?? "–" }

  private func words(_ goal: Goal) -> String {
    switch goal {
    case .floor(let times, let name): String(format: "≥ %.2f %@", times, name)
    case .peer(let times): String(format: "≥ %.2f peer", times)
    case .atMost(let most): String(format: "≤ %.0f", most)
    }
  }
}

extension Result: Encodable {
  private enum Key: String, CodingKey {
    case name, value, unit, floor, peer
    case ratioToFloor = "ratio_to_floor"
    case ratioToPeer = "ratio_to_peer"
  }

  /// What was not measured is written as `null`, so that every entry has every key.
  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(row.name, forKey: .name)
    try values.encode(ours, forKey: .value)
    try values.encode(row.unit.rawValue, forKey: .unit)
    try values.encode(floor, forKey: .floor)
    try values.encode(ratioToFloor, forKey: .ratioToFloor)
    try values.encode(peer, forKey: .peer)
    try values.encode(ratioToPeer, forKey: .ratioToPeer)
  }
}
