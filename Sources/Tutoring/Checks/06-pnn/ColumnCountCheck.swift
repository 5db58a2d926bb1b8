import CLCore
import Exercise

/// The number of weights of a column, against the layout of a progressive network that has it.
struct ColumnCountCheck: Check {
  let place = "06-pnn/column-count"
  let trials = [
    Trial("the first column") { random in
      random.unmistakable { question(earlier: 0...0, &$0) }
    },
    Trial("a column after one other") { random in
      random.unmistakable { question(earlier: 1...1, &$0) }
    },
    Trial("a column after several") { random in
      random.unmistakable { question(earlier: 2...6, &$0) }
    },
  ]

  private static func question(earlier: ClosedRange<Int>, _ random: inout Random) -> Question {
    let earlier = earlier.lowerBound + random.below(earlier.count)
    let (inputs, outputs) = (20 + random.below(30), 2 + random.below(5))
    // No two layers alike, so that one width cannot pass for another.
    let hidden = random.permutation(10).prefix(2 + random.below(2)).map { 6 + $0 }
    func count(_ way: Way) -> Value {
      Value([way.count(inputs: inputs, hidden: hidden, outputs: outputs, earlier: earlier)])
    }
    let plain = MLP(inputs: inputs, hidden: hidden, outputs: outputs)
    var network = ProgressiveNetwork(plain)
    var right = plain.layout.count
    for _ in 0..<earlier {
      let before = network.layout.count
      network = network.addingColumn(outputs: 0..<outputs)
      right = network.layout.count - before
    }
    return Question(
      Call("count", [Value([inputs]), Value(hidden), Value([outputs]), Value([earlier])]),
      gives: Value([right]),
      slips: [
        Slip(
          "lateral-of-nothing",
          "The first column has no column before it: what of c and U remains when nothing lies in the brackets "
            + "belongs to nobody.",
          gives: count(Way(ofNothing: true)), level: .almost),
        Slip(
          "no-biases", "The biases are missing, b of the layers and c of the adapters.",
          gives: count(Way(biases: false, adapterBiases: false)), level: .almost),
        Slip(
          "one-before",
          "You count the features of one column before. The brackets lay those of all columns side by side: V "
            + "has k n' rows.",
          gives: count(Way(isOneBefore: true))),
        Slip(
          "no-scales",
          "The α are missing: a number for each column before, for each layer that has a lateral.",
          gives: count(Way(scales: false)), level: .almost),
        Slip(
          "no-adapter-bias", "c is missing, the bias of the adapter.",
          gives: count(Way(adapterBiases: false)), level: .almost),
        Slip(
          "not-into-the-head",
          "Nothing enters the head from the side. It is a layer like the others: it sees the last hidden "
            + "layers of all columns.",
          gives: count(Way(intoHead: false))),
        Slip(
          "into-the-first",
          "The first layer has a lateral in your count. What lies below it is the input, which all columns "
            + "share.",
          gives: count(Way(intoFirst: true))),
        Slip(
          "adapter-to-this-layer",
          "Your adapter gives as many numbers as this layer has units. In the formula V has as many as the "
            + "layer below, and U leads from there to this layer.",
          gives: count(Way(isToThisLayer: true))),
      ])
  }
}

/// What is counted of a column.
private struct Way {
  var ofNothing = false
  var biases = true
  var adapterBiases = true
  var isOneBefore = false
  var scales = true
  var intoHead = true
  var intoFirst = false
  var isToThisLayer = false

  func count(inputs: Int, hidden: [Int], outputs: Int, earlier: Int) -> Int {
    let widths = [inputs] + hidden + [outputs]
    let k = isOneBefore ? min(earlier, 1) : earlier
    var count = 0
    for i in 1..<widths.count {
      let (below, width) = (widths[i - 1], widths[i])
      count += (below + (biases ? 1 : 0)) * width
      let isLateral = (i > 1 || intoFirst) && (i < widths.count - 1 || intoHead)
      guard isLateral, earlier > 0 || ofNothing else { continue }
      let between = isToThisLayer ? width : below
      count += (scales ? k : 0) + (k * below + (adapterBiases ? 1 : 0)) * between + between * width
    }
    return count
  }
}
