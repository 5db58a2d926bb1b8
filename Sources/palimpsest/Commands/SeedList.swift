import ArgumentParser

/// Seeds as they are written on a command line. A number alone is how many, as in a chapter's `--seeds`: `3` is 0, 1 and
/// 2. A range or a list says which: `2-6`, `1,4`, `2-6,10`, and `3,` for 3 alone. `0`, which is no count, is seed 0.
package struct SeedList: Equatable {
  /// In the order in which they were written.
  package let seeds: [UInt64]

  /// - Throws: `ValidationError` when the text is no list of seeds, or names one twice.
  package init(_ text: String) throws {
    if let count = UInt64(text), count > 0 {
      guard count <= Self.most else {
        throw ValidationError(
          "“\(text)” seeds are too many: at most \(Self.most). For seed \(text) alone write “\(text),”."
        )
      }
      self.seeds = Array(0..<count)
      return
    }
    var seeds: [UInt64] = []
    let list = text.last == "," ? text.dropLast() : text[...]
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt64($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1]
      else {
        throw ValidationError(
          "“\(text)” is no list of seeds. Write how many, such as 5, or which: 2-6, or 1,4, or “3,” for 3 alone."
        )
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
  /// What a mean over these seeds is, for a note below it.
  package var meanText: String {
    count == 1
      ? "seed \(seedText) alone: no error can be given; 0-2 are three, with --seeds 3"
      : "mean ± standard error over seeds \(seedText)"
  }

  /// The seeds in words, neighbours as a range: `0-4`, `1,4`.
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
