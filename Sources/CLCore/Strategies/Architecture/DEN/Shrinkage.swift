// Proximal steps: after a step along the gradient of a loss, a step of a penalty that has a corner at 0,
// taken exactly, so that weights become 0 and not merely small.

extension Tensor {
  /// The step of μ‖w‖₁, w ← sign(w) max(|w| − μ, 0), on the matrices of `layout`, where `mask` [P] is not 0.
  mutating func shrink(by amount: Double, in layout: Layout, where mask: Tensor) {
    let mu = Real(amount)
    write { theta in
      mask.read { mask in
        for entry in layout.entries where entry.slot.shape.rank == 2 {
          for i in entry.slot.range where mask[i] != 0 {
            theta[i] = theta[i] > mu ? theta[i] - mu : theta[i] < -mu ? theta[i] + mu : 0
          }
        }
      }
    }
  }

  /// The step of γ Σ_g ‖g‖₂, g ← g · max(0, 1 − γ/‖g‖₂), where a group g is all that enters one of the hidden
  /// units `new[l]` of layer l: its weights from below, and its bias.
  mutating func shrinkUnits(_ new: [Range<Int>], of network: MLP, by amount: Double) {
    let gamma = Real(amount)
    for (layer, units) in Swift.zip(network.hidden, new) {
      for unit in units {
        let norm = self[entering: unit, layer].norm
        scale(entering: unit, layer, by: norm > gamma ? 1 - gamma / norm : 0)
      }
    }
  }

  /// What enters a unit of a layer: the first `rows` of its weights from below (all of them when `nil`), and its
  /// bias.
  subscript(entering unit: Int, layer: Linear, rows rows: Int? = nil) -> Tensor {
    let width = layer.bias.shape.count
    return read { theta in
      var numbers = (0..<(rows ?? layer.weight.shape[0])).map {
        theta[layer.weight.offset + $0 * width + unit]
      }
      numbers.append(theta[layer.bias.offset + unit])
      return Tensor(numbers)
    }
  }

  private mutating func scale(entering unit: Int, _ layer: Linear, by factor: Real) {
    let width = layer.bias.shape.count
    write { theta in
      for row in 0..<layer.weight.shape[0] {
        theta[layer.weight.offset + row * width + unit] *= factor
      }
      theta[layer.bias.offset + unit] *= factor
    }
  }
}
