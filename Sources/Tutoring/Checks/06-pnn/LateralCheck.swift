import CLCore
import Exercise

/// A layer with a lateral connection: its values, and where a gradient reaches.
struct LateralCheck: Check {
  let place = "06-pnn/lateral"
  let trials = [
    Trial("one column before") { random in random.unmistakable { values(columns: 1, &$0) } },
    Trial("three columns before") { random in
      random.unmistakable { values(columns: 3, &$0) }
    },
    Trial("the columns before are frozen") { random in
      let lateral = Lateral(columns: 2, &random)
      let reached = lateral.earlier.indices.map { j in
        gradient(at: lateral.earlier[j]) { column in
          var columns = lateral.constants
          columns[j] = column
          return lateral.layer(earlier: columns).sum
        }
      }
      return Question(
        lateral.call("earlier"), gives: Value(lateral.earlier.map { .zeros($0.shape) }),
        slips: [
          Slip(
            "not-frozen",
            "A gradient reaches the columns before: the new task would move what the old ones answer with. "
              + "They enter as numbers, `detached`.", gives: Value(reached))
        ])
    },
    Trial("the column itself learns") { random in
      let lateral = Lateral(columns: 2, &random)
      return Question(
        lateral.call("below"), gives: Value(gradient(at: lateral.below) { lateral.layer($0).sum }),
        slips: [
          Slip(
            "all-frozen",
            "No gradient reaches the column's own layer below: the column that learns is frozen with the "
              + "others.",
            gives: Value(Tensor.zeros(lateral.below.shape)))
        ])
    },
    Trial("α learns") { random in
      let lateral = Lateral(columns: 2, &random)
      let slope = gradient(at: lateral.scales) { lateral.layer(scales: $0).sum }
      return Question(
        lateral.call("scales"), gives: Value(slope),
        slips: [
          Slip(
            "frozen-scales",
            "No gradient reaches α: `detached` stands after the product with α. What is frozen is the layer, "
              + "and not what is made of it.", gives: Value(Tensor.zeros(lateral.scales.shape)))
        ])
    },
  ]

  private static func values(columns: Int, _ random: inout Random) -> Question {
    let lateral = Lateral(columns: columns, &random)
    let (own, entering) = (lateral.own(Variable(lateral.below)), lateral.entering())
    let ones = Tensor.ones(lateral.scales.shape)
    let last = Tensor.oneHot([columns - 1], columns: columns).reshaped([columns])
    return Question(
      lateral.call("layer"), gives: Value(lateral.layer()),
      slips: [
        Slip(
          "outside",
          "The lateral part is added after the rectifier. It stands inside: σ is taken of the sum of all that "
            + "enters the layer.",
          gives: Value(own.relu + entering)),
        Slip(
          "linear-adapter",
          "The adapter has no rectifier: without the inner σ, V U would be one matrix, and c and b one bias.",
          gives: Value((own + lateral.entering(isRectified: false)).relu)),
        Slip(
          "no-scales", "α is missing: each column's features are multiplied by its α.",
          gives: Value(lateral.layer(scales: Variable(ones)))),
        Slip(
          "last-column",
          "Only the column just before is heard. The brackets hold the features of all columns before.",
          gives: Value(lateral.layer(scales: Variable(last * lateral.scales)))),
        Slip(
          "no-lateral",
          "Nothing enters from the side: this is a layer of a separate network.",
          gives: Value(own.relu)),
      ])
  }
}

/// Numbers for a layer of a column, after so many others.
private struct Lateral {
  let below: Tensor
  let earlier: [Tensor]
  let weight: Tensor
  let bias: Tensor
  let scales: Tensor
  let adapter: Tensor
  let adapterBias: Tensor
  let lateral: Tensor

  init(columns: Int, _ random: inout Random) {
    let (samples, below, width) = (6, 3, 4)
    self.below = random.tensor([samples, below]).relu
    earlier = (0..<columns).map { _ in random.tensor([samples, below]).relu }
    weight = random.tensor([below, width])
    bias = random.tensor([width])
    scales = random.uniform([columns], in: 1.5...2.5)
    adapter = random.tensor([columns * below, below])
    adapterBias = random.tensor([below])
    lateral = random.tensor([below, width])
  }

  var constants: [Variable] { earlier.map { Variable($0) } }

  func call(_ function: String) -> Call {
    Call(
      function,
      [
        Value(below), Value(earlier), Value(weight), Value(bias), Value(scales), Value(adapter),
        Value(adapterBias), Value(lateral),
      ])
  }

  /// The layer itself; the columns before are not frozen.
  func layer(
    _ below: Variable? = nil, earlier: [Variable]? = nil, scales: Variable? = nil
  ) -> Variable {
    (own(below ?? Variable(self.below)) + entering(earlier, scales)).relu
  }

  func own(_ below: Variable) -> Variable { .product(below, Variable(weight)) + Variable(bias) }

  func entering(
    _ earlier: [Variable]? = nil, _ scales: Variable? = nil, isRectified: Bool = true
  ) -> Variable {
    let (earlier, scales) = (earlier ?? constants, scales ?? Variable(self.scales))
    let width = below.shape[1]
    var sum = Variable(adapterBias)
    for (j, column) in earlier.enumerated() {
      let rows = Variable(adapter).rows(j * width..<(j + 1) * width)
      sum = sum + .product(column * scales.part(from: j, []), rows)
    }
    return .product(isRectified ? sum.relu : sum, Variable(lateral))
  }
}
