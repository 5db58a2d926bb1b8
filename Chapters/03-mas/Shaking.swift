import CLCore

/// Which weights may move? The test: shake a share of them, the least important first, and see whether
/// the network still answers as before.
extension Opinions {
  /// The accuracy on `task` after each of `shares` of the weights was shaken by normal noise of standard
  /// deviation `sigma`: in each method's order, and in a random one, [methods + 1][shares].
  func shaken(_ shares: [Double], sigma: Double, on task: Experience) -> [[Double]] {
    var random = learner.random.substream("shaking")
    let count = learner.theta.count
    // The noise belongs to the weight and not to its rank: all orders meet the same.
    let noise = (0..<count).map { _ in Real(sigma * random.normal()) }
    // Weights of one importance come in random order, not in that of the layers.
    let chance = random.permutation(count)
    let orders = importances.map { all in
      all.read { all in chance.sorted { all[$0] < all[$1] } }
    }
    return (orders + [chance]).map { order in
      shares.map { share in
        var moved = learner
        moved.theta.write { theta in
          for i in order.prefix(Int(share * Double(count))) { theta[i] += noise[i] }
        }
        return moved.accuracy(on: task)
      }
    }
  }
}
