/// A method that learns from many tasks how to learn the next one.
///
/// Its samples are tasks: where a `Strategy` sees a batch of images, this sees a batch of episodes. Every
/// verb has a default, and all defaults together are pretraining: one θ for all tasks, adapted to none. A method is a struct that states where it departs.
public protocol MetaStrategy: SavedKind {
  /// The name used in tables and figures.
  var name: String { get }

  /// Before the first step on a family, number `family` of the stream.
  mutating func willLearn(family: Int, _ learner: inout Learner)

  /// The meta-loss of a batch of tasks at θ, shape `[]`.
  mutating func loss(
    _ episodes: Episodes, at theta: Variable, _ learner: inout Learner
  ) -> Variable

  /// The meta-loss and what the optimiser is given as its gradient, [P].
  mutating func lossAndGradient(
    _ episodes: Episodes, _ learner: inout Learner
  ) -> (loss: Real, gradient: Tensor)

  /// After θ has moved.
  mutating func didStep(_ episodes: Episodes, _ learner: inout Learner)

  /// After the last step on a family.
  mutating func didLearn(family: Int, _ learner: inout Learner)

  /// Training samples kept from family to family.
  var samplesKept: Int { get }
}

extension MetaStrategy {
  public mutating func willLearn(family: Int, _ learner: inout Learner) {}

  public mutating func loss(
    _ episodes: Episodes, at theta: Variable, _ learner: inout Learner
  ) -> Variable {
    let thetas = theta.stacked(episodes.tasks, learner.network.layout)
    return learner.losses(of: episodes.support.joining(episodes.query), at: thetas).mean
  }

  public mutating func lossAndGradient(
    _ episodes: Episodes, _ learner: inout Learner
  ) -> (loss: Real, gradient: Tensor) {
    let (loss, slope) = valueAndGradient(at: learner.theta) { theta in
      self.loss(episodes, at: theta, &learner)
    }
    return (loss, slope)
  }

  public mutating func didStep(_ episodes: Episodes, _ learner: inout Learner) {}

  public mutating func didLearn(family: Int, _ learner: inout Learner) {}

  public var samplesKept: Int { 0 }
}
