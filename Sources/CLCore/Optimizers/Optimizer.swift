/// A rule that turns gradients into steps.
///
/// Its state is values only, so that a learner can be copied, sent to a thread, or saved and resumed
/// with the same bits.
public protocol Optimizer: SavedKind {
  /// The name used in tables.
  var name: String { get }
  /// Moves θ [P] along the gradient [P] once.
  mutating func step(_ theta: inout Tensor, _ gradient: Tensor)
  /// Moves θ [P] once along the gradient [P] and the slope of the well; gives the well's value at θ as it
  /// was. By default two passes, over the gradient and then over θ.
  mutating func step(
    _ theta: inout Tensor, _ gradient: consuming Tensor, in well: Quadratic
  ) -> Real
  /// Forgets all state, as a new optimiser with the same settings.
  mutating func reset()
  /// Moves the state to a grown layout: moments follow their weights, and new weights start from 0.
  mutating func carry(from old: Layout, to new: Layout)
}

extension Layout {
  /// A moment under this layout, zero where there is no older one.
  func carry(_ moment: Tensor?, from old: Layout) -> Tensor? {
    moment.map { carry($0, from: old, fresh: .zeros([count])) }
  }
}

extension Optimizer {
  public mutating func step(
    _ theta: inout Tensor, _ gradient: consuming Tensor, in well: Quadratic
  ) -> Real {
    let value = well.add(to: &gradient, at: theta)
    step(&theta, gradient)
    return value
  }

  /// Checks what every step needs, one gradient a weight, and returns `moment` or zeros in its place.
  ///
  /// The kernels write moments unchecked, and a moment has another count than θ when the network has
  /// grown and the optimiser was not carried along.
  func state(_ moment: Tensor?, for theta: Tensor, _ gradient: Tensor) -> Tensor {
    require(
      theta.count == gradient.count,
      "\(name): a gradient of shape \(gradient.shape) for weights of shape \(theta.shape)")
    guard let moment else { return .zeros(theta.shape) }
    require(
      theta.count == moment.count,
      "\(name): moments of shape \(moment.shape) for weights of shape \(theta.shape);"
        + " carry the optimiser to the new layout, or reset it")
    return moment
  }
}
