import CLCore
import Foundation

/// A task with one weight: L(θ) = ½ a (θ − c)².
struct Well: Sendable {
  /// a, how steep the loss is.
  let curvature: Double
  /// c, the weight that solves the task.
  let solution: Double

  /// L(θ).
  func loss(_ theta: Double) -> Double { curvature * pow(theta - solution, 2) / 2 }

  /// L(θ) as an operation that can be differentiated, and its derivative again.
  func loss(_ theta: Variable) -> Variable {
    Real(curvature / 2) * (theta - Real(solution)).squared
  }

  /// The share of the distance to the solution that is left after `steps` steps at rate α.
  func left(after steps: Int, rate alpha: Double) -> Double {
    pow(1 - alpha * curvature, Double(steps))
  }

  /// θ' after so many steps.
  func adapted(_ theta: Double, rate alpha: Double, steps: Int = 1) -> Double {
    solution + left(after: steps, rate: alpha) * (theta - solution)
  }
}

/// Where a method comes to rest on wells. Each pulls θ towards every solution, and they differ in how hard: the
/// resting place is the mean of the solutions under these weights.
enum Resting: String, CaseIterable, Sendable {
  case pretraining, reptile = "Reptile", fomaml = "FOMAML", maml = "MAML"

  /// How hard the method pulls towards the solution of a well.
  func pull(_ well: Well, rate alpha: Double, steps: Int) -> Double {
    let left = well.left(after: steps, rate: alpha)
    return switch self {
    case .pretraining: well.curvature
    case .reptile: 1 - left
    case .fomaml: well.curvature * left
    case .maml: well.curvature * left * left
    }
  }

  /// Where the pulls of all wells are in balance.
  func place(_ wells: [Well], rate alpha: Double, steps: Int = 1) -> Double {
    let pulls = wells.map { pull($0, rate: alpha, steps: steps) }
    let moments = zip(wells, pulls).map { $0.solution * $1 }
    return moments.reduce(0, +) / pulls.reduce(0, +)
  }
}
