/// A way of estimating the diagonal of the Fisher information, [P], from N samples.
///
/// All are means over samples, so their size does not grow with N; they differ by the label y whose
/// log-likelihood is differentiated and by when the square is taken. A λ belongs to the way it was
/// chosen with: between `exact` and `batched` the best one moves by decades (van de Ven, 2025).
public enum Fisher: Sendable, Codable, Hashable {
  /// All labels, weighted by the network's own probabilities: the expectation that defines the
  /// Fisher information, Fᵢ = 1/N Σₙ Σ_c p(c|xₙ) (∂ log p(c|xₙ) / ∂θᵢ)².
  case exact
  /// One label a sample, drawn from the network's own probabilities: Fᵢ = 1/N Σₙ (∂ log p(c|xₙ) / ∂θᵢ)²
  /// with c ~ p(·|xₙ). Its expectation is `exact`; where the network is sure of most samples, a few
  /// samples with an unlikely label carry most of the sum.
  ///
  /// The labels come from a substream of the learner's random numbers, of which none is used up: the
  /// same learner draws the same labels for a task.
  case sampled
  /// The data's own label: the empirical Fisher, Fᵢ = 1/N Σₙ (∂ log p(yₙ|xₙ) / ∂θᵢ)². Another quantity
  /// than `exact`: it vanishes where the training data are fitted perfectly (Kunstner, Hennig and
  /// Balles, 2019).
  case empirical
  /// The label that the network itself finds likeliest: Fᵢ = 1/N Σₙ (∂ log p(ŷₙ|xₙ) / ∂θᵢ)² with
  /// ŷₙ = argmax p(·|xₙ). What several programs take for a Fisher information, that of Hsu, Liu, Ramasamy
  /// and Kira (2018) among them. Not above `exact` where ŷₙ has at least half of the probability: of the
  /// sample's labels it leaves out the ones that would surprise the network, and those have the large
  /// gradients.
  case predicted
  /// The square of the mean gradient of each batch of so many samples, with the data's own labels:
  /// Fᵢ = mean over batches B of (1/|B| Σ_{n∈B} ∂ log p(yₙ|xₙ) / ∂θᵢ)², a last smaller batch counting
  /// by its samples.
  ///
  /// An approximation that many programs make for speed, and not a Fisher information: within a batch
  /// signs cancel before the square is taken. It is never above `empirical`; at a minimum, where the
  /// mean gradient is 0, it is about 1/|B| of it on average. `batched(1)` is `empirical`.
  case batched(Int)

  /// What it does, in a few words for a table.
  public var words: String {
    switch self {
    case .exact: "all labels, weighted"
    case .sampled: "one label drawn"
    case .empirical: "the true label"
    case .predicted: "the predicted label"
    case .batched(let size): "batches of \(size) squared"
    }
  }

  /// How many samples are looked at together.
  var portion: Int {
    if case .batched(let size) = self { return size }
    return 1000
  }
}

extension Fisher {
  /// The settings of a method that keeps these three parts of how it estimates at these paths.
  static func settings<Owner>(
    _ kind: WritableKeyPath<Owner, Kind> & Sendable,
    _ batchSize: WritableKeyPath<Owner, Int> & Sendable,
    _ samples: WritableKeyPath<Owner, Int?> & Sendable
  ) -> [Setting<Owner>] {
    [
      .choice(
        "fisher", kind, "which labels the Fisher information is taken with"),
      .count(
        "fisher-batch", batchSize,
        "samples whose mean gradient is squared, where fisher is batched"),
      .count(
        "samples", samples, "training samples it is taken over; all of a task if left out"),
    ]
  }

  /// The way of estimating without the size of a batch.
  enum Kind: String, CaseIterable {
    case exact, sampled, empirical, predicted, batched
  }

  /// Which of the ways it is.
  var kind: Kind {
    get {
      switch self {
      case .exact: .exact
      case .sampled: .sampled
      case .empirical: .empirical
      case .predicted: .predicted
      case .batched: .batched
      }
    }
    set {
      self =
        switch newValue {
        case .exact: .exact
        case .sampled: .sampled
        case .empirical: .empirical
        case .predicted: .predicted
        case .batched: .batched(batchSize)
        }
    }
  }

  /// Samples in a batch, where the mean gradient of one is squared; 128 elsewhere.
  var batchSize: Int {
    get { if case .batched(let size) = self { size } else { 128 } }
    set { if kind == .batched { self = .batched(newValue) } }
  }
}
