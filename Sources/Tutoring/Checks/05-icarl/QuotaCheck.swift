import CLCore
import Exercise

/// What is left of herded lists when classes come: of each the first ⌊budget / classes⌋.
struct QuotaCheck: Check {
  let place = "05-icarl/quota"
  let trials = [
    Trial("two classes come to three") { random in
      let budget = 5 * (4 + random.below(2)) + 1 + random.below(4)
      return question(lengths: [budget / 3, budget / 3, budget / 3], new: 2, budget, &random)
    },
    Trial("a class with fewer exemplars keeps them all") { random in
      question(lengths: [9, 2, 8, 1], new: 3, 30 + random.below(5), &random)
    },
  ]

  private static func question(
    lengths: [Int], new: Int, _ budget: Int, _ random: inout Random
  ) -> Question {
    var rest = random.permutation(90)[...]
    let lists = lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length))
    }
    let classes = lists.count + new
    let quota = budget / classes
    func cut(_ list: (([Int]) -> [Int])) -> Value { .list(lists.map { Value(list($0)) }) }
    return Question(
      Call("kept", [Value([new]), Value([budget])] + lists.map { Value($0) }),
      gives: cut { Array($0.prefix(quota)) },
      slips: [
        Slip(
          "keeps-the-last",
          "You keep the end of each list. Herding's order says which to give up: each beginning of the list "
            + "stands for the class, its end does not.", gives: cut { Array($0.suffix(quota)) }),
        Slip(
          "known-only",
          "You divide the budget among the known classes, and nothing is left for those that come.",
          gives: cut { Array($0.prefix(budget / lists.count)) }),
        Slip(
          "rounded-up",
          "You round the share up: with as many for every class there would be more exemplars than the budget "
            + "allows.",
          gives: cut { Array($0.prefix((budget + classes - 1) / classes)) }, level: .almost),
        Slip(
          "thinned",
          "You thin the lists evenly. Herding's order says which to give up: the first ones are a good choice "
            + "of their number.",
          gives: cut { list in
            list.count <= quota ? list : (0..<quota).map { list[$0 * list.count / quota] }
          }),
      ])
  }
}
