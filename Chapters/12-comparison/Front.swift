import Book
import CLCore
import Foundation

/// A cost of a method, by what a figure's axis calls it.
struct Price {
  let axis: String
  let of: (Outcome) -> Double
}

extension Outcome {
  /// Numbers kept from task to task, in the mean over seeds: θ, what the method adds, and one for each of
  /// the `pixels` of an image that is kept.
  func kept(pixels: Int) -> Double {
    runs.map { Double($0.costs.weights + $0.costs.samples * pixels) }.mean
  }

  /// Whether images of old tasks are kept.
  var keepsImages: Bool { costs.samples > 0 }

  /// Seconds of learning against those of another method: the least over the seeds of each, for whatever else
  /// a machine does can only add to them.
  func time(against other: Outcome) -> Double {
    guard let own = runs.map(\.costs.seconds).min(),
      let base = other.runs.map(\.costs.seconds).min()
    else { return .nan }
    return own / base
  }
}

extension [Outcome] {
  /// What the methods of one scenario are paid with: memory and time.
  func prices(pixels: Int) -> [Price] {
    let base = self["fine-tuning"] ?? self[0]
    return [
      Price(axis: "numbers kept, in thousands") { $0.kept(pixels: pixels) / 1000 },
      Price(axis: "time of learning, fine-tuning = 1") { $0.time(against: base) },
    ]
  }

  /// All but joint training, which keeps every image and learns nothing in sequence.
  var continual: [Outcome] { filter { $0.name != "joint" } }

  /// The outcomes that no other one equals for the same price or less, the cheapest first: the Pareto front.
  func front(_ price: Price) -> [Outcome] {
    let byPrice = sorted { (price.of($0), -$0.acc.mean) < (price.of($1), -$1.acc.mean) }
    return byPrice.reduce(into: []) { front, next in
      if next.acc.mean > front.last?.acc.mean ?? -1 { front.append(next) }
    }
  }

  /// The best of them, and then all that end less than `slack` below it.
  func leaders(within slack: Double) -> [Outcome] {
    guard let best = self.max(by: { $0.acc.mean < $1.acc.mean }) else { return [] }
    return [best] + filter { $0.name != best.name && $0.acc.mean > best.acc.mean - slack }
  }

  /// The methods whose names a picture of accuracy against a price has room for: first those given, then all
  /// that lie far enough from every other.
  func named(_ price: Price, first: [String]) -> Set<String> {
    let places = map { (x: log(price.of($0)), y: $0.acc.mean) }
    let (width, height) = (extent(places.map(\.x)), extent(places.map(\.y)))
    let alone = indices.filter { i in
      indices.allSatisfy { j in
        i == j || abs(places[i].x - places[j].x) > 0.16 * width
          || abs(places[i].y - places[j].y) > 0.055 * height
      }
    }
    return Set(first).union(alone.map { self[$0].name })
  }

  private func extent(_ values: [Double]) -> Double {
    Swift.max((values.max() ?? 0) - (values.min() ?? 0), 1e-9)
  }
}
