// What the methods that decide while they learn decide by: samples of the task that they do not train on.

extension Experience {
  /// How many of its training samples make the share `share`; one at least.
  func held(back share: Double) -> Int {
    min(max(1, Int((share * Double(train.count)).rounded())), train.count - 1)
  }
}

extension Learner {
  /// The perceptron that a method is to widen.
  func perceptron(for method: String) -> MLP {
    guard let perceptron = network as? MLP else {
      misuse("\(method) widens the layers of a perceptron, not of a \(type(of: network))")
    }
    return perceptron
  }
}
