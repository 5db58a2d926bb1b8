import Book
import CLCore

/// What may be kept from task to task, and what does best with it.
struct Purse {
  let name: String
  let allows: (Outcome) -> Bool

  /// From the smallest purse to the largest; `theta` numbers are in one network.
  static func all(theta: Int, memory: Int) -> [Purse] {
    [
      Purse(name: "one network") { $0.costs.samples == 0 && $0.costs.weights < 3 * theta / 2 },
      Purse(name: "weights, no image") { $0.costs.samples == 0 },
      Purse(name: "\(memory) images as well") { _ in true },
    ]
  }
}

extension [Outcome] {
  /// A row a purse, for the outcomes of one scenario: the best method, what it reaches, how many others end less
  /// than `slack` below it, and which of all these is cheapest in memory.
  func advice(_ purses: [Purse], within slack: Double, pixels: Int) -> [[String]] {
    purses.map { purse in
      let leaders = continual.filter(purse.allows).leaders(within: slack)
      let cheapest = leaders.min { $0.kept(pixels: pixels) < $1.kept(pixels: pixels) }
      return [
        purse.name, leaders.first?.name ?? "–",
        leaders.first?.acc.mean.decimals ?? "–", "\(leaders.count - 1)", cheapest?.name ?? "–",
      ]
    }
  }
}
