import CLCore
import Exercise

/// The means of normalised exemplars, normalised again, and the class whose mean is nearest.
struct NearestMeanCheck: Check {
  let place = "05-icarl/nearest-mean"
  let trials = [
    Trial("the means") { random in question("means", &random) },
    Trial("the answers") { random in question("answers", &random) },
  ]

  private static func question(_ function: String, _ random: inout Random) -> Question {
    let drawn = random.draw {
      Drawing(&$0)
    } until: { drawn in
      let answers = [drawn.right, drawn.opposite].map { Value(drawn.nearest($0)) }
      return drawn.isClear && (answers + [Value(drawn.byExemplar)]).areApart
    }
    let call = Call(
      function,
      [Value(drawn.exemplars), Value(drawn.labels), Value([3]), Value(drawn.features)])
    guard function == "means" else {
      return Question(
        call, gives: Value(drawn.nearest(drawn.right)),
        slips: [
          Slip(
            "nearest-exemplar",
            "You answer with the class of the nearest exemplar. It is the mean of a class's exemplars that "
              + "stands for the class.",
            gives: Value(drawn.byExemplar)),
          Slip(
            "farthest",
            "You answer with the class whose mean is farthest: a large product is a small distance.",
            gives: Value(drawn.nearest(drawn.opposite))),
        ])
    }
    return Question(
      call, gives: Value(drawn.right),
      slips: [
        Slip(
          "raw-features",
          "The exemplars are not scaled to length 1 before the mean is taken: those with long features are "
            + "most of it.",
          gives: Value(drawn.means(of: drawn.exemplars).normalizedRows)),
        Slip(
          "raw-means",
          "The means are not scaled to length 1 again: the mean of vectors that point apart is short, and "
            + "nearer to everything.",
          gives: Value(drawn.means(of: drawn.exemplars.normalizedRows))),
        Slip(
          "nothing-scaled",
          "Nothing is scaled: neither the exemplars, before the mean is taken, nor the means, after it.",
          gives: Value(drawn.means(of: drawn.exemplars))),
      ])
  }
}

/// Exemplars of three classes, and images to be named.
private struct Drawing {
  /// [9, 4], of different lengths.
  let exemplars: Tensor
  let labels: [Int]
  /// [15, 4]
  let features: Tensor

  init(_ random: inout Random) {
    var labels = [0, 0, 1, 1, 1, 2, 2, 2, 2]
    random.shuffle(&labels)
    self.labels = labels
    exemplars = random.tensor([9, 4]) * random.uniform([9, 1], in: 0.2...4)
    features = random.tensor([15, 4])
  }

  /// µ, [3, 4].
  var right: Tensor { means(of: exemplars.normalizedRows).normalizedRows }
  /// For images to be farthest from µ.
  var opposite: Tensor { -right }

  func means(of rows: Tensor) -> Tensor {
    let membership = Tensor.oneHot(labels, columns: 3)
    let counts = membership.summed(to: [1, 3]).reshaped([3, 1])
    return Tensor.product(membership, rows, transposeA: true) / counts
  }

  func nearest(_ means: Tensor) -> [Int] { closeness(means).argmaxOfRows }

  var byExemplar: [Int] { nearest(exemplars.normalizedRows).map { labels[$0] } }

  /// Whether no answer hangs on a rounding.
  var isClear: Bool {
    let closeness = closeness(right)
    return (0..<15).allSatisfy { row in
      let order = (0..<3).map { closeness[row, $0] }.sorted()
      return order[2] - order[1] > 1e-3
    }
  }

  private func closeness(_ means: Tensor) -> Tensor {
    Tensor.product(features.normalizedRows, means, transposeB: true)
  }
}
