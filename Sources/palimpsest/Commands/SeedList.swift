import ArgumentParser

/// Seeds as they are written on a command line: `2-6`, `1,4`, `2-6,10`.
package struct SeedList: Equatable {
  /// In the order in which they were written.
  package let seeds: [UInt64]

  /// - Throws: `ValidationError` when the text is no list of seeds, or names one twice.
  package init(_ text: String) throws {
    var seeds: [UInt64] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt64($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1]
      else {
        throw ValidationError(
          "“\(text)” is no list of seeds. Write for example 2-6, or 1,4, or 2-6,10.")
      }
      guard first <= last, last - first < Self.most else {
        throw ValidationError(
          "“\(part)” is no range of seeds: it must go up, by \(Self.most - 1) at most.")
      }
      seeds += first...last
    }
    guard Set(seeds).count == seeds.count else {
      throw ValidationError("“\(text)” names a seed twice: every seed counts once.")
    }
    self.seeds = seeds
  }

  private static let most: UInt64 = 1000
}

extension [UInt64] {
  /// The seeds as they are written on a command line: neighbours as a range.
  package var seedText: String {
    var ranges: [ClosedRange<UInt64>] = []
    for seed in self {
      if let last = ranges.last, seed > 0, last.upperBound == seed - 1 {
        ranges[ranges.count - 1] = last.lowerBound...seed
      } else {
        ranges.append(seed...seed)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ",")
  }
}
