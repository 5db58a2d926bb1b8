import CLCore

/// The importances of a perceptron's weights, looked at from several sides.
struct Importance: Sendable {
  /// A layer's weights and biases together.
  struct Layer: Sendable {
    let name: String
    /// Its importances, from the largest to the smallest.
    let sorted: [Double]
    let sum: Double
  }

  /// All importances, [P].
  let values: Tensor
  /// For each input pixel the sum over the weights that lead away from it, [784].
  let pixels: [Double]
  /// Layer by layer, from the input on.
  let layers: [Layer]
  /// The weights' places in θ, from the most important to the least.
  let ranking: [Int]

  /// The importances `f` [P] of the weights of `network`.
  init(_ f: Tensor, of network: MLP) {
    values = f
    let numbers = f.values
    ranking = numbers.indices.sorted { numbers[$0] > numbers[$1] }
    let fromPixels = f[network.hidden[0].weight]
    pixels = (0..<network.inputs).map { Double(fromPixels.rows($0..<$0 + 1).sum) }
    let names = network.hidden.indices.map { "hidden layer \($0 + 1)" } + ["head"]
    layers = zip(names, network.hidden + [network.head]).map { name, layer in
      let all = (f[layer.weight].values + f[layer.bias].values).map { Double($0) }
      return Layer(name: name, sorted: all.sorted(by: >), sum: all.reduce(0, +))
    }
  }

  /// The sum of all importances.
  var sum: Double { layers.map(\.sum).reduce(0, +) }

  /// The share of the sum that the most important `share` of the weights hold.
  func held(by share: Double) -> Double {
    let count = (share * Double(ranking.count)).rounded(.up)
    return ranking.prefix(Int(count)).reduce(0) { $0 + Double(values[$1]) } / sum
  }

  /// The head's share of the importance over its share of the weights.
  var weightOfHead: Double {
    guard let head = layers.last else { return 0 }
    return head.sum / sum / (Double(head.sorted.count) / Double(ranking.count))
  }

  /// How many pixels are black in all images of `data` or have no importance, and how many both.
  func blackPixels(of data: Dataset) -> (either: Int, both: Int) {
    var isLit = [Bool](repeating: false, count: pixels.count)
    for row in data.rows {
      for (i, pixel) in data.store.image(row).enumerated() where pixel > 0 { isLit[i] = true }
    }
    return (
      pixels.indices.count { !isLit[$0] || pixels[$0] == 0 },
      pixels.indices.count { !isLit[$0] && pixels[$0] == 0 }
    )
  }
}

/// How the loss of a task changes when one weight alone moves away from where training left it.
struct OneWeight: Sendable {
  /// The weight's place among all, 1 for the largest Fisher information.
  let rank: Int
  /// Its Fisher information.
  let fisher: Double
  private let loss: @Sendable (Double) -> Double

  /// The weight of this rank; the loss is that of `data`, the images that the importance is of.
  init(rank: Int, of importance: Importance, _ learner: Learner, _ data: Dataset) {
    let place = importance.ranking[rank - 1]
    let batch = Batch(data, Array(0..<data.count), task: 0)
    self.rank = rank
    fisher = Double(importance.values[place])
    loss = { shift in
      var theta = learner.theta
      theta[place] += Real(shift)
      return Double(learner.crossEntropy(batch, at: Variable(theta)).value.scalar)
    }
  }

  /// The mean rise of the loss when the weight moves by δ to one side and to the other.
  func rise(_ shift: Double) -> Double { (loss(shift) + loss(-shift)) / 2 - loss(0) }

  /// What the Fisher information foretells: ½ F δ².
  func foretold(_ shift: Double) -> Double { 0.5 * fisher * shift * shift }

  /// How far the rise at δ is from what is foretold, as a share of it.
  func error(at shift: Double) -> Double { abs(rise(shift) / foretold(shift) - 1) }
}
