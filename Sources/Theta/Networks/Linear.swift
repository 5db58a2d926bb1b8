/// A layer y = x W + b, known by where its weights live in θ.
public struct Linear: Hashable, Sendable, Codable {
  /// W, [inputs, outputs].
  public let weight: Slot
  /// b, [outputs].
  public let bias: Slot

  /// Adds a layer's weights to `layout` as `name.weight` and `name.bias`; those of a head lead into the
  /// network's outputs from `firstOutput` on.
  public init(
    _ name: String, _ inputs: Int, _ outputs: Int, in layout: inout Layout,
    _ initial: Initial? = nil, bias initialBias: Initial? = nil, role: Layout.Role = .body,
    firstOutput: Int = 0
  ) {
    let initial = initial ?? .fanIn(inputs)
    weight = layout.add(
      "\(name).weight", [inputs, outputs], initial, role: role, firstOutput: firstOutput)
    bias = layout.add(
      "\(name).bias", [outputs], initialBias ?? initial, role: role, firstOutput: firstOutput)
  }

  /// x [n, inputs] → [n, outputs]; or, of `copies` layers at as many θ stacked weight by weight,
  /// [copies, n, inputs] → [copies, n, outputs].
  public func callAsFunction(
    _ x: Variable, at theta: Variable, copies: Int? = nil
  ) -> Variable {
    guard let copies else { return .linear(x, theta, weight: weight, bias: bias) }
    return .linear(x, theta, weight: weight.stacked(copies), bias: bias.stacked(copies))
  }
}

/// The non-linearity between two layers.
public enum Activation: String, Hashable, Sendable, Codable, CaseIterable {
  /// max(x, 0)
  case relu
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e⁻ˣ)
  case sigmoid

  /// Applies it to every number.
  public func callAsFunction(_ x: consuming Variable) -> Variable {
    let x = consume x  // owned, so that a layer's sums can be overwritten
    return switch self {
    case .relu: x.relu
    case .tanh: x.hyperbolicTangent
    case .sigmoid: x.sigmoid
    }
  }
}
