import Book
import CLCore
import Lessons

/// A method that takes part, in one form or in one for each strength between which a search chooses.
struct Entrant: Sendable {
  /// The strengths to choose from; none where nothing is searched.
  let strengths: [Double]
  /// One form for each strength; a single one where nothing is searched.
  let forms: [any Strategy]
  /// The scenarios in which it can answer.
  let scenarios: [Scenario]

  /// A method as it stands, in every scenario that it fits.
  init(_ method: any Strategy, in scenarios: [Scenario]? = nil) {
    (strengths, forms) = ([], [method])
    self.scenarios = scenarios ?? (method.needsTaskIdentity ? [.task] : Scenario.allCases)
  }

  /// A method as a function of its strength.
  init(_ strengths: [Double], _ make: (Double) -> any Strategy) {
    (self.strengths, forms) = (strengths, strengths.map(make))
    scenarios = Scenario.allCases
  }

  /// The name in tables and figures.
  var name: String { forms[0].name }

  /// All that take part, families together. Those that keep images may keep `memory` of them in all.
  static func all(memory: Int, tasks: Int, _ profile: Profile) -> [Entrant] {
    func about(_ middle: Double, _ make: (Double) -> any Strategy) -> Entrant {
      let factors = profile.pick(
        smoke: [1], quick: [0.1, 1, 10, 100], full: [0.01, 0.1, 1, 10, 100])
      return Entrant(factors.map { middle * $0 }, make)
    }
    let share = memory / tasks
    return [
      Entrant(FineTuning()), Entrant(FrozenFeatures()),
      about(0.01) { L2(lambda: $0) }, about(100) { EWC(lambda: $0) },
      about(100) { OnlineEWC(lambda: $0) }, about(0.01) { MAS(lambda: $0) },
      about(10) { SCP(lambda: $0) }, about(10) { SI(strength: $0) }, about(1) { RWalk(lambda: $0) },
      Entrant(LwF()),
      Entrant(ExperienceReplay(.balanced(.shared(memory)))),
      Entrant(ICaRL(.shared(memory), exemplarShare: 0.5), in: [.class]),
      Entrant([0, 0.5]) { GEM(samplesPerTask: share, margin: .lowerBound($0)) },
      Entrant(AGEM(.ring(perTask: share), batchSize: share)),
      Entrant(SGEM(samplesPerTask: share)),
      Entrant(SeparateNetworks()), Entrant(Multimodal()), Entrant(PNN()),
      Entrant(PackNet(pruning: 0.75)),
      Entrant(CPG(goal: .alone(less: 0.01), growth: 0.25, widest: 2, heldBack: 0.2)),
      Entrant(DEN(sparsity: 2e-4, lossThreshold: 0.3, driftThreshold: 0.1)),
      Entrant(Joint(atTheEnd: true)),
    ]
  }
}

/// A method in a scenario, in the form that a search has chosen.
struct Chosen: Sendable {
  let contest: Contest
  /// `nil` where nothing was searched.
  let strength: Double?
}

extension [Entrant] {
  /// Every form in every scenario where there is something to choose.
  var trials: [Contest] {
    Scenario.allCases.flatMap { scenario in
      filter { $0.forms.count > 1 && $0.scenarios.contains(scenario) }.flatMap { entrant in
        entrant.forms.map { Contest(scenario: scenario, method: $0) }
      }
    }
  }

  /// Every method in each of its scenarios, in the form whose trial had the highest accuracy; the accuracies
  /// are those of `trials`, in that order.
  func chosen(by accuracies: [Double]) -> [Chosen] {
    var left = accuracies[...]
    return Scenario.allCases.flatMap { scenario in
      filter { $0.scenarios.contains(scenario) }.map { entrant in
        let own = entrant.forms.count > 1 ? Array<Double>(left.prefix(entrant.forms.count)) : []
        left = left.dropFirst(own.count)
        let best = own.indices.max { own[$0] < own[$1] }
        return Chosen(
          contest: Contest(scenario: scenario, method: entrant.forms[best ?? 0]),
          strength: best.map { entrant.strengths[$0] })
      }
    }
  }
}
