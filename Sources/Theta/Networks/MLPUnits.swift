// A perceptron taken apart into units: which of them a set of outputs hangs on, and the perceptron that
// some of them, or some of them twice, make.

extension MLP {
  /// The units from which a chain of nonzero weights leads to one of `outputs`: those of the input, then of
  /// each hidden layer. Found from the head downwards, breadth first.
  public func unitsBehind(_ outputs: Range<Int>, at theta: Tensor) -> [[Int]] {
    var above = Array(outputs)
    var found: [[Int]] = []
    for layer in (hidden + [head]).reversed() {
      let weight = theta[layer.weight]
      let (rows, columns) = (weight.shape[0], weight.shape[1])
      above = weight.read { numbers in
        (0..<rows).filter { row in above.contains { numbers[row * columns + $0] != 0 } }
      }
      found.append(above)
    }
    return found.reversed()
  }

  /// The perceptron whose hidden layer l has the units `units[l]` of this one, in this order and each as often
  /// as it is listed, and θ [P] laid out for it: a unit takes its weights along, from below and to above.
  public func selecting(_ units: [[Int]], of theta: Tensor) -> (network: MLP, theta: Tensor) {
    let network = with(hidden: units.map(\.count))
    var result = Tensor.zeros([network.layout.count])
    var below = Array(0..<inputs)
    for (l, (from, to)) in zip(hidden + [head], network.hidden + [network.head]).enumerated() {
      let own = l < units.count ? units[l] : Array(0..<outputs)
      let width = from.bias.shape.count
      result.write { result in
        theta.read { theta in
          for (column, source) in own.enumerated() {
            result[to.bias.offset + column] = theta[from.bias.offset + source]
            for (row, sourceRow) in below.enumerated() {
              result[to.weight.offset + row * own.count + column] =
                theta[from.weight.offset + sourceRow * width + source]
            }
          }
        }
      }
      below = own
    }
    return (network, result)
  }

  /// 1 for every weight between two of these units (those of the input, then of each hidden layer) or from one
  /// to an output of `outputs`, and for the biases of the units and outputs; else 0: [P].
  public func mask(of units: [[Int]], outputs: Range<Int>) -> Tensor {
    var mask = Tensor.zeros([layout.count])
    let columns = units.dropFirst() + [Array(outputs)]
    mask.write { mask in
      for ((layer, rows), columns) in zip(zip(hidden + [head], units), columns) {
        let width = layer.bias.shape.count
        for column in columns {
          mask[layer.bias.offset + column] = 1
          for row in rows { mask[layer.weight.offset + row * width + column] = 1 }
        }
      }
    }
    return mask
  }
}
