/// The names that something can have on the command line and in files.
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
  /// - Throws: `SettingError` with the nearest known name when there is no such name.
  package func place(of name: String) throws(SettingError) -> Int {
    if let place = known.firstIndex(of: name.lowercased()) { return place }
    let guess = nearest(to: name).map { " Did you mean \($0)?" } ?? ""
    throw SettingError(
      "“\(name)” is no \(kind).\(guess) There are: \(known.joined(separator: ", ")).")
  }

  /// The known name that the fewest changed letters lead to, hyphens aside; of several the one that needs the fewest with
  /// them, and then the longest. `nil` when most letters would change.
  package func nearest(to name: String) -> String? {
    let lowered = name.lowercased()
    func bare(_ name: String) -> String { name.filter { !"-_ ".contains($0) } }
    let distances = known.map { known in
      (
        name: known, bare: Self.distance(bare(known), bare(lowered)),
        whole: Self.distance(known, lowered)
      )
    }
    let best = distances.min {
      ($0.bare, $0.whole, -$0.name.count) < ($1.bare, $1.whole, -$1.name.count)
    }
    guard let best, best.bare * 2 < max(bare(best.name).count, bare(lowered).count) else {
      return nil
    }
    return best.name
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour to get from one word
  /// to another (Damerau, 1964, no letter edited twice).
  package static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      let above = rows[i]
      var row = [i + 1]
      for j in b.indices {
        var least = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
