/// Progressive neural networks (Rusu et al. 2016, section 2): a new column for each task, with lateral
/// connections from the columns before it, which are frozen. See ``ProgressiveNetwork`` for equation 2.
///
/// The first column is the perceptron that the learner begins with, and until the second task this is
/// fine-tuning. A later column has as many units; with d inputs, hidden layers n₁ … n_L and c classes,
/// column k + 1 adds, n_{L+1} being c,
///
///     (d + 1) n₁ + Σᵢ₌₂^{L+1} [(nᵢ₋₁ + 1) nᵢ + k + (k nᵢ₋₁ + 1) nᵢ₋₁ + nᵢ₋₁ nᵢ]
///
/// weights: layer i itself, k scales, the adapter with its bias, and the way from the adapter into the layer.
/// Summed over T tasks that is of the order of T². The optimiser begins anew with each column.
///
/// Unlike the paper, adapters have a bias, which its equation leaves out for brevity; scales start uniform
/// within 0.1, where the paper says only that they start small and random.
///
/// Memory: the network itself. Time at task k: the new column as in fine-tuning, and one pass over all
/// columns before it.
public struct PNN: Strategy {
  /// How the scales α of a new column's laterals start.
  public var scales: Initial

  /// PNN whose laterals start as faint as in the paper, unless `scales` says otherwise.
  public init(scales: Initial = .uniform(bound: 0.1)) { self.scales = scales }

  public var name: String { "PNN" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    guard task.index > 0 else { return }
    let network = learner.progressive
    let frozen = network.layout
    learner.grow(
      into: network.addingColumn(outputs: learner.active(task.index), scales: scales))
    learner.optimizer.reset()
    var trainable = Tensor.ones(learner.theta.shape)
    trainable.write { for i in 0..<frozen.count { $0[i] = 0 } }
    learner.trainable = trainable
  }
}

extension PNN: Configurable {
  public static let about = About(
    "pnn", "a new column for each task, which sees all earlier ones",
    paper: "Rusu et al. 2016", .architecture, line: 0, scenarios: [.task], needs: [.hiddenLayer])
  public static let standard = PNN()
  public static let settings: [Setting<PNN>] = [
    .number("scale", \.scales.bound, .above(0), "the bound of the laterals' first scales α")
  ]
}

extension Initial {
  /// The bound of a uniform start; another start has none and counts as 0.
  fileprivate var bound: Double {
    get { if case .uniform(let bound) = self { bound } else { 0 } }
    set { self = .uniform(bound: newValue) }
  }
}

extension Learner {
  /// The columns so far: the progressive network, or the perceptron that is to be its first column.
  var progressive: ProgressiveNetwork {
    if let columns = network as? ProgressiveNetwork { return columns }
    guard let first = network as? MLP else {
      misuse("PNN adds columns to a perceptron, not to a \(type(of: network))")
    }
    return ProgressiveNetwork(first)
  }
}
