import CLCore
import Exercise

/// Herding, against the library's own order.
struct HerdingCheck: Check {
  let place = "05-icarl/herding"
  let trials = [
    Trial("the first exemplar") { random in question(images: 6, width: 2, count: 1, &random) },
    Trial("points in the plane") { random in question(images: 8, width: 2, count: 5, &random) },
    Trial("features of length 1") { random in
      question(images: 12, width: 5, count: 8, unit: true, &random)
    },
    Trial("all of them") { random in question(images: 6, width: 3, count: 6, &random) },
  ]

  private static func question(
    images: Int, width: Int, count: Int, unit: Bool = false, _ random: inout Random
  ) -> Question {
    let features = random.draw { random in
      // Away from zero, as features behind a rectifier are.
      let drawn = random.tensor([images, width]) + 1
      return unit ? drawn.normalizedRows : drawn
    } until: { features in
      if count == 1 { return GreedyChoice().isClear(features, count) }
      let right = GreedyChoice().rows(features, count)
      // Of features of length 1 the one that points farthest is the nearest.
      let choices = [GreedyChoice.repeating, .summing, .forgetting] + (unit ? [] : [.byDirection])
      let wrong = choices.map { Value($0.rows(features, count)) }
      let others = wrong + [Value(nearest(features, count)), Value(right.sorted())]
      return GreedyChoice().isClear(features, count) && ([Value(right)] + others).areApart
    }
    let right = features.herded(count)
    func gives(_ choice: GreedyChoice) -> Value { Value(choice.rows(features, count)) }
    return Question(
      Call("herding", [Value(features), Value([count])]), gives: Value(right),
      slips: [
        Slip(
          "nearest",
          "You take the images nearest to the mean, one after the other. Each choice is judged together with "
            + "those before it: their mean is to be close, not the image.",
          gives: Value(nearest(features, count))),
        Slip(
          "again",
          "An image is chosen twice. An exemplar that is there already brings no other image; leave it out of "
            + "the choice.",
          gives: gives(.repeating)),
        Slip(
          "sorted",
          "The right images in the order of their numbers. The order of choice is what memory needs when it "
            + "shrinks: give it as it came about.", gives: Value(right.sorted()), level: .almost),
        Slip(
          "sum-for-mean",
          "You compare the sum of the exemplars with µ: the factor 1/k is missing, and from the second on "
            + "every choice runs away from what was chosen.", gives: gives(.summing)),
        Slip(
          "dot-product",
          "You choose the largest product with what is missing, as the authors' program does: that is right "
            + "for features of length 1 only. The distance also holds ½‖φ(x)‖².",
          gives: gives(.byDirection)),
        Slip(
          "last-only",
          "Only the exemplar chosen last is added to x. The sum is over all that have been chosen.",
          gives: gives(.forgetting)),
      ])
  }

  private static func nearest(_ features: Tensor, _ count: Int) -> [Int] {
    let (n, d) = (features.shape[0], features.shape[1])
    let mean = features.summed(to: [1, d]) / Real(n)
    let distances = (0..<n).map { (mean - features.rows($0..<$0 + 1)).norm }
    return Array((0..<n).sorted { distances[$0] < distances[$1] }.prefix(count))
  }
}
