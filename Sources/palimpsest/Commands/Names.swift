import ArgumentParser

/// The names that something on the command line can have.
package struct Names {
  /// What they name, such as `"method of split-mnist-2022"`.
  package let kind: String
  package let known: [String]

  package init(_ kind: String, _ known: [String]) {
    self.kind = kind
    self.known = known
  }

  /// The place of `name` among the known ones, whatever its case.
  ///
  /// - Throws: `ValidationError` with the nearest known name when there is no such name.
  package func place(of name: String) throws -> Int {
    if let place = known.firstIndex(of: name.lowercased()) { return place }
    let guess = nearest(to: name).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError(
      "“\(name)” is no \(kind).\(guess) There are: \(known.joined(separator: ", ")).")
  }

  /// The known name that the fewest changed letters lead to; `nil` when most letters would change.
  package func nearest(to name: String) -> String? {
    let lowered = name.lowercased()
    let distances = known.map { (name: $0, distance: Self.distance($0, lowered)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance * 2 < max(best.name.count, lowered.count)
    else { return nil }
    return best.name
  }

  /// How many letters must be put in, left out or changed to get from one word to another
  /// (Levenshtein, 1966).
  package static func distance(_ a: String, _ b: String) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let changed = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
