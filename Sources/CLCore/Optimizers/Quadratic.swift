import CKernels

/// A well ½ Σ aᵢ (θᵢ − cᵢ)²: what the regularisation methods add to the loss.
///
/// A sum of wells is one well, with a = Σₖ aₖ and c = Σₖ aₖ cₖ / a, up to a constant that no gradient
/// sees; so ten old tasks cost the same as one.
public struct Quadratic: Sendable, Codable, Equatable {
  /// The steepness a ≥ 0 of each weight's well, [P].
  public var weight: Tensor
  /// The centre c, [P].
  public var centre: Tensor

  /// A well of this steepness about this centre, both [P].
  public init(weight: Tensor, centre: Tensor) {
    require(
      weight.shape == centre.shape,
      "a well of steepness \(weight.shape) cannot lie about a centre of shape \(centre.shape)")
    self.weight = weight
    self.centre = centre
  }

  /// A well about `centre` with this steepness on top of that of the `earlier` one, whose own centre is
  /// given up: for methods that sum importances over tasks and keep the last solution alone.
  public init(adding weight: Tensor, to earlier: Quadratic?, centre: Tensor) {
    var total = weight
    if let earlier { total += earlier.weight }
    self.init(weight: total, centre: centre)
  }

  /// This well and another as one: a = a₁ + a₂ about c = c₁ + a₂/a (c₂ − c₁).
  ///
  /// Their sum differs from it by a constant. The centre is kept and not a c, whose digits would be
  /// lost where steepnesses differ by orders of magnitude.
  public func merged(with other: Quadratic) -> Quadratic {
    let total = weight + other.weight
    var result = Quadratic(weight: total, centre: centre)
    result.centre.write { centre in
      total.read { total in
        other.weight.read { weight in
          other.centre.read { other in
            for i in centre.indices where weight[i] > 0 {
              centre[i] += weight[i] / total[i] * (other[i] - centre[i])
            }
          }
        }
      }
    }
    return result
  }

  /// Adds a (θ − c) to `gradient` [P] and gives the value at θ [P], in one pass outside any graph.
  public func add(to gradient: inout Tensor, at theta: Tensor) -> Real {
    check(theta, gradient)
    return withExtendedLifetime((theta, weight, centre)) {
      gradient.sumPasses { gradient, i, count in
        ck_quadratic(theta.start + i, weight.start + i, centre.start + i, gradient, count)
      }
    }
  }

  /// Refuses weights or slopes that are not as many as the well's: the kernels do not look.
  func check(_ theta: Tensor, _ gradient: Tensor) {
    require(
      weight.count == centre.count && theta.count == weight.count
        && gradient.count == weight.count,
      "a well of \(weight.count) steepnesses about \(centre.count) centres cannot be added to "
        + "\(gradient.count) slopes at \(theta.count) weights")
  }
}
