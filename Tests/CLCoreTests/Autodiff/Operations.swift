import CLCore

extension Operation {
  /// Every operation on variables. One line is one case; the first word is the operation's name, and
  /// `DerivativeTests` fails when a name in the source has no case.
  static let all: [Operation] = arithmetic + functions + products + shaping + losses

  private static let arithmetic: [Operation] = [
    Operation("+ of one shape", [[2, 3], [2, 3]]) { $0[0] + $0[1] },
    Operation("+ stretches a scalar", [[2, 3], []]) { $0[0] + $0[1] },
    Operation("+ stretches both", [[3], [2, 1]]) { $0[0] + $0[1] },
    Operation("+ of a number", [[4]]) { $0[0] + 1.5 },
    Operation("- of one shape", [[2, 3], [2, 3]]) { $0[0] - $0[1] },
    Operation("- stretches a row", [[3], [2, 3]]) { $0[0] - $0[1] },
    Operation("- stretches both", [[2, 1], [1, 3]]) { $0[0] - $0[1] },
    Operation("- of a number", [[4]]) { $0[0] - 1.5 },
    Operation("- from a number", [[4]]) { 1.5 - $0[0] },
    Operation("- alone", [[4]]) { -$0[0] },
    Operation("* of one shape", [[2, 3], [2, 3]]) { $0[0] * $0[1] },
    Operation("* with itself", [[5]]) { $0[0] * $0[0] },
    Operation("* stretches a scalar", [[], [2, 3]]) { $0[0] * $0[1] },
    Operation("* stretches both, rank 3", [[2, 1, 3], [4, 1]]) { $0[0] * $0[1] },
    Operation("* of a number", [[4]]) { 0.7 * $0[0] + $0[0] * 0.6 },
    Operation("/ of one shape", [[2, 3], [2, 3]], .positive) { $0[0] / $0[1] },
    Operation("/ stretches the dividend", [[3], [2, 3]], .positive) { $0[0] / $0[1] },
    Operation("/ stretches the divisor", [[2, 2, 3], [2, 1]], .positive) { $0[0] / $0[1] },
    Operation("/ by a number", [[4]]) { $0[0] / 1.5 },
    Operation("affine", [[4]]) { $0[0].affine(-0.8, 0.3) },
  ]

  private static let functions: [Operation] = [
    Operation("squared", [[5]]) { $0[0].squared },
    Operation("squareRoot", [[5]], .positive) { $0[0].squareRoot },
    Operation("magnitude", [[6]]) { $0[0].magnitude },
    Operation("exponential", [[5]]) { $0[0].exponential },
    Operation("logarithm", [[5]], .positive) { $0[0].logarithm },
    Operation("hyperbolicTangent", [[5]]) { $0[0].hyperbolicTangent },
    Operation("sigmoid", [[5]]) { $0[0].sigmoid },
    Operation("relu", [[8]]) { $0[0].relu },
    Operation("gated", [[4]]) { $0[0].gated(by: Tensor([1, 0, -1, 2])) },
    Operation("gated by a row", [[2, 3]]) { $0[0].gated(by: Tensor([1, 0, 2])) },
  ]

  private static let products: [Operation] =
    [false, true].flatMap { ta in
      [false, true].flatMap { tb in
        let form = "a\(ta ? "ᵀ" : "") b\(tb ? "ᵀ" : "")"
        let (a, b) = (ta ? [3, 2] : [2, 3], tb ? [4, 3] : [3, 4])
        return [
          Operation("product \(form)", [Shape(a), Shape(b)]) {
            .product($0[0], $0[1], transposeA: ta, transposeB: tb)
          },
          Operation("product of pairs \(form)", [Shape([2] + a), Shape([2] + b)]) {
            .product($0[0], $0[1], transposeA: ta, transposeB: tb)
          },
        ]
      }
    } + [
      Operation("product with itself", [[3, 3]]) { .product($0[0], $0[0], transposeB: true) },
      Operation("linear with a weight met twice", [[2, 3], [12]]) { x in
        func layer(_ input: Variable) -> Variable {
          .linear(
            input, x[1], weight: Slot(offset: 0, shape: [3, 3]), bias: Slot(offset: 9, shape: [3]))
        }
        return layer(layer(x[0]))
      },
      Operation("linear", [[2, 3], [20]]) {
        // Three numbers of θ lie before the bias, one between it and the weight.
        .linear(
          $0[0], $0[1], weight: Slot(offset: 8, shape: [3, 4]), bias: Slot(offset: 3, shape: [4]))
      },
      Operation("linear with weights of each task's own", [[2, 4, 3], [17]]) {
        .linear(
          $0[0], $0[1], weight: Slot(offset: 5, shape: [2, 3, 2]),
          bias: Slot(offset: 0, shape: [2, 2]))
      },
    ]

  private static let shaping: [Operation] = [
    Operation("sum", [[2, 3]]) { $0[0].sum },
    Operation("mean", [[2, 3]]) { $0[0].mean },
    Operation("summed to a row", [[2, 3]]) { $0[0].summed(to: [3]) },
    Operation("summed to a column", [[2, 3]]) { $0[0].summed(to: [2, 1]) },
    Operation("summed over the middle", [[2, 3, 2]]) { $0[0].summed(to: [2, 1, 2]) },
    Operation("broadcast of a scalar", [[]]) { $0[0].broadcast(to: [2, 2]) },
    Operation("broadcast of a column", [[2, 1]]) { $0[0].broadcast(to: [3, 2, 2]) },
    Operation("reshaped", [[2, 3]]) { $0[0].reshaped([3, 1, 2]) },
    Operation("part", [[7]]) { $0[0].part(from: 2, [2, 2]) },
    Operation("part taken twice", [[5]]) { $0[0].part(from: 1, [3]) * $0[0].part(from: 1, [3]) },
    Operation("part overlapping another", [[6]]) {
      $0[0].part(from: 0, [4]) * $0[0].part(from: 2, [4]) + $0[0].part(from: 1, [4])
    },
    Operation("part inside another, and the whole", [[6]]) {
      $0[0].part(from: 0, [6]) * $0[0].part(from: 2, [1]) + $0[0]
    },
    Operation("part with gaps, two weights of θ", [[12]]) { theta in
      var layout = Layout()
      _ = layout.add("unused", [2], .constant(0))
      let w = layout.add("w", [2, 3], .constant(0))
      _ = layout.add("gap", [1], .constant(0))
      let b = layout.add("b", [3], .constant(0))
      return Variable.product(theta[0][w], theta[0][w], transposeB: true).sum * theta[0][b]
    },
    Operation("stacked", [[7]]) { $0[0].stacked(3, twoWeights) },
    Operation("summedOverStack", [[21]]) { $0[0].summedOverStack(3, twoWeights) },
    Operation("columns", [[2, 5]]) { $0[0].columns(1..<4) },
    Operation("columns, rank 3", [[2, 2, 3]]) { $0[0].columns(1..<3) },
    Operation("padded", [[2, 2]]) { $0[0].padded(1..<3, width: 5) },
    Operation("rows", [[4, 3]]) { $0[0].rows(1..<3) },
  ]

  /// A matrix and a vector.
  private static let twoWeights: Layout = {
    var layout = Layout()
    _ = layout.add("w", [2, 2], .constant(0))
    _ = layout.add("b", [3], .constant(0))
    return layout
  }()

  private static let losses: [Operation] = [
    Operation("softmax", [[3, 4]]) { $0[0].softmax() },
    Operation("softmax over active outputs", [[2, 5]]) { $0[0].softmax(over: .range(1..<4)) },
    Operation("softmax over outputs of each row's own", [[2, 4]]) {
      $0[0].softmax(over: .ranges([0..<3, 2..<4]))
    },
    Operation("softmax of a vector", [[4]]) { $0[0].softmax() },
    Operation("softmax, rank 3", [[2, 2, 3]]) { $0[0].softmax(over: .range(0..<2)) },
    Operation("logSumExp", [[3, 4]]) { $0[0].logSumExp() },
    Operation("logSumExp over active outputs", [[2, 5]]) { $0[0].logSumExp(over: .range(2..<5)) },
    Operation("logSumExp over outputs of each row's own", [[2, 4]]) {
      $0[0].logSumExp(over: .ranges([0..<3, 2..<4]))
    },
    Operation("logSumExp of a vector", [[4]]) { $0[0].logSumExp() },
    Operation("logSumExp, rank 3", [[2, 2, 3]]) { $0[0].logSumExp() },
    Operation("crossEntropy", [[3, 4]]) { $0[0].crossEntropy([1, 3, 0]) },
    Operation("crossEntropy over active outputs", [[3, 5]]) {
      $0[0].crossEntropy([2, 1, 3], over: .range(1..<4))
    },
    Operation("crossEntropy over outputs of each row's own", [[2, 4]]) {
      $0[0].crossEntropy([1, 3], over: .ranges([0..<2, 1..<4]))
    },
    Operation("crossEntropy, rank 3", [[2, 2, 3]]) { $0[0].crossEntropy([2, 1, 0, 1]) },
    Operation("distillation over active outputs", [[2, 4]]) {
      $0[0].distillation(
        from: Tensor([1, -0.5, 0.3, 0, 0, 0.7, -1, 0.2], [2, 4]), temperature: 3,
        over: .range(0..<3))
    },
    Operation("meanSquaredError", [[2, 3], [2, 3]]) { $0[0].meanSquaredError($0[1]) },
    Operation("binaryCrossEntropy", [[2, 3], [2, 3]]) {
      $0[0].binaryCrossEntropy($0[1].affine(0.4, 0.5))
    },
    Operation("binaryCrossEntropy at the score 0", [[3], [3]], .zero) {
      $0[0].binaryCrossEntropy($0[1].affine(1, 0.3))
    },
  ]
}
