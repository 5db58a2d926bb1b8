import CLCore
import TestSupport

/// A task learnt by gradients and moves that are written down beforehand, so that what a method makes
/// of them can be worked out by hand.
struct ScriptedWalk {
  /// The gradient of each step, [P].
  let gradients: [Tensor]
  /// θ before each step, and at the end; [P] each.
  let places: [Tensor]

  /// Moves roughly downhill from `start`, each weight at a pace of its own.
  init(from start: Tensor, steps: Int, seed: UInt64) {
    var random = Random(seed: seed, "scripted walk")
    var gradients: [Tensor] = []
    var places = [start]
    for _ in 0..<steps {
      let gradient = random.tensor(start.shape)
      gradients.append(gradient)
      places.append(places[places.count - 1] - 0.1 * (gradient + 0.5 * random.tensor(start.shape)))
    }
    (self.gradients, self.places) = (gradients, places)
  }

  /// Has `method` learn `task` along this walk.
  func lead(_ method: inout some Strategy, _ task: Experience, _ learner: inout Learner) {
    learner.theta = places[0]
    method.willLearn(task, &learner)
    for (step, gradient) in gradients.enumerated() {
      var gradient = gradient
      method.adjust(&gradient, task, &learner)
      learner.theta = places[step + 1]
      method.didStep(Batch(task, [0]), task, &learner)
    }
    method.didLearn(task, &learner)
  }

  /// −Σ g Δθ of weight `i` over some steps.
  func descent(_ i: Int, _ steps: Range<Int>) -> Double {
    -steps.map { Double(gradients[$0][i]) * Double(places[$0 + 1][i] - places[$0][i]) }
      .reduce(0, +)
  }

  /// How far weight `i` came over some steps.
  func distance(_ i: Int, _ steps: Range<Int>) -> Double {
    Double(places[steps.upperBound][i] - places[steps.lowerBound][i])
  }
}
