import Exercise
import Theta

/// A hidden layer of a progressive network's column, with what it takes from the columns before it, which are frozen.
///
/// - Parameters:
///   - below: the layer below in the column itself, [samples, n'].
///   - earlier: that layer of each column before, each [samples, n'].
///   - weight: W, [n', n].
///   - bias: b, [n].
///   - scales: α, one a column before, [columns].
///   - adapter: V, [columns · n', n'].
///   - adapterBias: c, [n'].
///   - lateral: U, [n', n].
/// - Returns: the layer, [samples, n].
func layer(
  below: Variable, earlier: [Variable], weight: Variable, bias: Variable, scales: Variable,
  adapter: Variable, adapterBias: Variable, lateral: Variable
) throws -> Variable {
  // BEGIN SOLUTION
  let width = below.shape[1]
  var beside = Variable(Tensor.zeros([below.shape[0], earlier.count * width]))
  for (j, layer) in earlier.enumerated() {
    let scaled = layer.detached * scales.part(from: j, [])
    beside = beside + scaled.padded(j * width..<(j + 1) * width, width: earlier.count * width)
  }
  let adapted = (Variable.product(beside, adapter) + adapterBias).relu
  return (Variable.product(below, weight) + bias + Variable.product(adapted, lateral)).relu
  // END SOLUTION
}
