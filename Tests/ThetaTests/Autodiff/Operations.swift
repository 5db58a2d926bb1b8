import TestSupport
import Theta

extension DifferentiableOperation {
  /// Every operation on variables. One line is one case; the first word is the operation's name, and
  /// `DerivativeTests` fails when a name in the source has no case.
  static let all: [DifferentiableOperation] = arithmetic + functions + products + shaping + losses

  private static let arithmetic: [DifferentiableOperation] = [
    .init("+ of one shape", [[2, 3], [2, 3]]) { $0[0] + $0[1] },
    .init("+ stretches a scalar", [[2, 3], []]) { $0[0] + $0[1] },
    .init("+ stretches both", [[3], [2, 1]]) { $0[0] + $0[1] },
    .init("+ of a number", [[4]]) { $0[0] + 1.5 },
    .init("- of one shape", [[2, 3], [2, 3]]) { $0[0] - $0[1] },
    .init("- stretches a row", [[3], [2, 3]]) { $0[0] - $0[1] },
    .init("- stretches both", [[2, 1], [1, 3]]) { $0[0] - $0[1] },
    .init("- of a number", [[4]]) { $0[0] - 1.5 },
    .init("- from a number", [[4]]) { 1.5 - $0[0] },
    .init("- alone", [[4]]) { -$0[0] },
    .init("* of one shape", [[2, 3], [2, 3]]) { $0[0] * $0[1] },
    .init("* with itself", [[5]]) { $0[0] * $0[0] },
    .init("* stretches a scalar", [[], [2, 3]]) { $0[0] * $0[1] },
    .init("* stretches both, rank 3", [[2, 1, 3], [4, 1]]) { $0[0] * $0[1] },
    .init("* of a number", [[4]]) { 0.7 * $0[0] + $0[0] * 0.6 },
    .init("/ of one shape", [[2, 3], [2, 3]], .positive) { $0[0] / $0[1] },
    .init("/ stretches the dividend", [[3], [2, 3]], .positive) { $0[0] / $0[1] },
    .init("/ stretches the divisor", [[2, 2, 3], [2, 1]], .positive) { $0[0] / $0[1] },
    .init("/ by a number", [[4]]) { $0[0] / 1.5 },
    .init("affine", [[4]]) { $0[0].affine(-0.8, 0.3) },
  ]

  private static let functions: [DifferentiableOperation] = [
    .init("squared", [[5]]) { $0[0].squared },
    .init("squareRoot", [[5]], .positive) { $0[0].squareRoot },
    .init("magnitude", [[6]]) { $0[0].magnitude },
    .init("exponential", [[5]]) { $0[0].exponential },
    .init("logarithm", [[5]], .positive) { $0[0].logarithm },
    .init("hyperbolicTangent", [[5]]) { $0[0].hyperbolicTangent },
    .init("sigmoid", [[5]]) { $0[0].sigmoid },
    .init("relu", [[8]]) { $0[0].relu },
    .init("gated", [[4]]) { $0[0].gated(by: Tensor([1, 0, -1, 2])) },
    .init("gated by a row", [[2, 3]]) { $0[0].gated(by: Tensor([1, 0, 2])) },
  ]

  private static let products: [DifferentiableOperation] =
    [false, true].flatMap { ta in
      [false, true].flatMap { tb in
        let form = "a\(ta ? "ᵀ" : "") b\(tb ? "ᵀ" : "")"
        let (a, b) = (ta ? [3, 2] : [2, 3], tb ? [4, 3] : [3, 4])
        return [
          DifferentiableOperation("product \(form)", [Shape(a), Shape(b)]) {
            .product($0[0], $0[1], transposeA: ta, transposeB: tb)
          },
          DifferentiableOperation("product of pairs \(form)", [Shape([2] + a), Shape([2] + b)]) {
            .product($0[0], $0[1], transposeA: ta, transposeB: tb)
          },
        ]
      }
    } + [
      DifferentiableOperation("product with itself", [[3, 3]]) {
        .product($0[0], $0[0], transposeB: true)
      },
      DifferentiableOperation("linear with a weight met twice", [[2, 3], [12]]) { x in
        func layer(_ input: Variable) -> Variable {
          .linear(
            input, x[1], weight: Slot(offset: 0, shape: [3, 3]), bias: Slot(offset: 9, shape: [3]))
        }
        return layer(layer(x[0]))
      },
      DifferentiableOperation("linear", [[2, 3], [20]]) {
        // Three numbers of θ lie before the bias, one between it and the weight.
        .linear(
          $0[0], $0[1], weight: Slot(offset: 8, shape: [3, 4]), bias: Slot(offset: 3, shape: [4]))
      },
      DifferentiableOperation("linear with weights of each task's own", [[2, 4, 3], [17]]) {
        .linear(
          $0[0], $0[1], weight: Slot(offset: 5, shape: [2, 3, 2]),
          bias: Slot(offset: 0, shape: [2, 2]))
      },
    ]

  private static let shaping: [DifferentiableOperation] = [
    .init("sum", [[2, 3]]) { $0[0].sum },
    .init("mean", [[2, 3]]) { $0[0].mean },
    .init("summed to a row", [[2, 3]]) { $0[0].summed(to: [3]) },
    .init("summed to a column", [[2, 3]]) { $0[0].summed(to: [2, 1]) },
    .init("summed over the middle", [[2, 3, 2]]) { $0[0].summed(to: [2, 1, 2]) },
    .init("broadcast of a scalar", [[]]) { $0[0].broadcast(to: [2, 2]) },
    .init("broadcast of a column", [[2, 1]]) { $0[0].broadcast(to: [3, 2, 2]) },
    .init("reshaped", [[2, 3]]) { $0[0].reshaped([3, 1, 2]) },
    .init("part", [[7]]) { $0[0].part(from: 2, [2, 2]) },
    .init("part taken twice", [[5]]) { $0[0].part(from: 1, [3]) * $0[0].part(from: 1, [3]) },
    .init("part overlapping another", [[6]]) {
      $0[0].part(from: 0, [4]) * $0[0].part(from: 2, [4]) + $0[0].part(from: 1, [4])
    },
    .init("part inside another, and the whole", [[6]]) {
      $0[0].part(from: 0, [6]) * $0[0].part(from: 2, [1]) + $0[0]
    },
    .init("part with gaps, two weights of θ", [[12]]) { theta in
      var layout = Layout()
      _ = layout.add("unused", [2], .constant(0))
      let w = layout.add("w", [2, 3], .constant(0))
      _ = layout.add("gap", [1], .constant(0))
      let b = layout.add("b", [3], .constant(0))
      return Variable.product(theta[0][w], theta[0][w], transposeB: true).sum * theta[0][b]
    },
    .init("stacked", [[7]]) { $0[0].stacked(3, twoWeights) },
    .init("summedOverStack", [[21]]) { $0[0].summedOverStack(3, twoWeights) },
    .init("columns", [[2, 5]]) { $0[0].columns(1..<4) },
    .init("columns, rank 3", [[2, 2, 3]]) { $0[0].columns(1..<3) },
    .init("padded", [[2, 2]]) { $0[0].padded(1..<3, width: 5) },
    .init("rows", [[4, 3]]) { $0[0].rows(1..<3) },
  ]

  /// A matrix and a vector.
  private static let twoWeights: Layout = {
    var layout = Layout()
    _ = layout.add("w", [2, 2], .constant(0))
    _ = layout.add("b", [3], .constant(0))
    return layout
  }()

  private static let losses: [DifferentiableOperation] = [
    .init("softmax", [[3, 4]]) { $0[0].softmax() },
    .init("softmax over active outputs", [[2, 5]]) { $0[0].softmax(over: .range(1..<4)) },
    .init("softmax over outputs of each row's own", [[2, 4]]) {
      $0[0].softmax(over: .ranges([0..<3, 2..<4]))
    },
    .init("softmax of a vector", [[4]]) { $0[0].softmax() },
    .init("softmax, rank 3", [[2, 2, 3]]) { $0[0].softmax(over: .range(0..<2)) },
    .init("logSumExp", [[3, 4]]) { $0[0].logSumExp() },
    .init("logSumExp over active outputs", [[2, 5]]) { $0[0].logSumExp(over: .range(2..<5)) },
    .init("logSumExp over outputs of each row's own", [[2, 4]]) {
      $0[0].logSumExp(over: .ranges([0..<3, 2..<4]))
    },
    .init("logSumExp of a vector", [[4]]) { $0[0].logSumExp() },
    .init("logSumExp, rank 3", [[2, 2, 3]]) { $0[0].logSumExp() },
    .init("crossEntropy", [[3, 4]]) { $0[0].crossEntropy([1, 3, 0]) },
    .init("crossEntropy over active outputs", [[3, 5]]) {
      $0[0].crossEntropy([2, 1, 3], over: .range(1..<4))
    },
    .init("crossEntropy over outputs of each row's own", [[2, 4]]) {
      $0[0].crossEntropy([1, 3], over: .ranges([0..<2, 1..<4]))
    },
    .init("crossEntropy, rank 3", [[2, 2, 3]]) { $0[0].crossEntropy([2, 1, 0, 1]) },
    .init("meanSquaredError", [[2, 3], [2, 3]]) { $0[0].meanSquaredError($0[1]) },
    .init("binaryCrossEntropy", [[2, 3], [2, 3]]) {
      $0[0].binaryCrossEntropy($0[1].affine(0.4, 0.5))
    },
    .init("binaryCrossEntropy at the score 0", [[3], [3]], .zero) {
      $0[0].binaryCrossEntropy($0[1].affine(1, 0.3))
    },
  ]
}
