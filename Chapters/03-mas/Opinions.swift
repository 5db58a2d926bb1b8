import Book
import CLCore
import Foundation

/// What several methods think of the weights of one network.
///
/// While the first task is learnt no method has anything to guard, so all of them take the steps of
/// fine-tuning and come to one θ*: their importances there are of the same network and the same data.
struct Opinions: Codable {
  /// The methods.
  let names: [String]
  /// Their importances, [methods][P], each in a unit of its own.
  let importances: [Tensor]
  /// The network, at θ*.
  let learner: Learner
  /// Whether all methods came to the same θ*, bit for bit.
  let agreeOnTheta: Bool
  /// Spearman's ρ of every method with every other over the weights that are alive, [methods][methods].
  private(set) var correlations: [[Double]] = []

  /// The importances of `methods` after the first task of `stream`.
  init(_ methods: [any Strategy], _ stream: TaskStream, _ scale: Scale, seed: UInt64) throws {
    let runs = try methods.map { method in
      var run = try scale.run(method, stream, seed)
      try run.learnTask()
      return run
    }
    names = methods.map(\.name)
    learner = runs[0].learner
    agreeOnTheta = runs.allSatisfy { $0.learner.theta == runs[0].learner.theta }
    importances = runs.map { run in
      run.strategy.penalty(stream[1], run.learner)?.weight ?? .zeros(run.learner.theta.shape)
    }
    correlations = correlated
  }

  /// The importances of a method, [P].
  subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { importances[$0] }
  }

  /// The weights that count for MAS: those of units that never fire count for nobody, and agreeing on
  /// them is no agreement.
  var alive: [Int] {
    self["MAS"]?.read { omega in omega.indices.filter { omega[$0] > 0 } } ?? []
  }

  private var correlated: [[Double]] {
    let alive = alive
    let parts = importances.map { all in all.read { all in alive.map { Double(all[$0]) } } }
    return parts.indices.map { i in
      parts.indices.map { j in i == j ? 1 : rankCorrelation(parts[i], parts[j]) ?? .nan }
    }
  }

  /// The importances by two methods, each in units of its mean, of the weights to which both give one.
  func pairs(_ x: String, _ y: String) -> (x: [Double], y: [Double]) {
    guard let a = self[x], let b = self[y] else { return ([], []) }
    let (meanA, meanB) = (a.mean, b.mean)
    return a.read { a in
      b.read { b in
        let both = a.count == b.count ? a.indices.filter { a[$0] > 0 && b[$0] > 0 } : []
        return (both.map { Double(a[$0] / meanA) }, both.map { Double(b[$0] / meanB) })
      }
    }
  }

  /// Over how many decades a method's importances spread: from the one that a tenth of the weights
  /// alive lie below to the one that a tenth lie above.
  func decades(of method: Int) -> Double {
    let all = importances[method]
    let sorted = all.read { all in alive.map { Double(all[$0]) } }.filter { $0 > 0 }.sorted()
    guard sorted.count > 9 else { return .nan }
    return log10(sorted[sorted.count * 9 / 10] / sorted[sorted.count / 10])
  }

  /// The share of each importance in the sum over all weights that falls on the arrays `layers`.
  func share(_ name: String, of layer: String) -> Double {
    guard let all = self[name], let slot = learner.network.layout[layer] else { return .nan }
    return Double(all[slot].sum / all.sum)
  }

  /// First-layer importance by pixel, summed over the units that the pixel leads to.
  func pixels(_ name: String) -> [Double] {
    guard let all = self[name], let slot = learner.network.layout["hidden1.weight"] else {
      return []
    }
    let width = slot.shape[1]
    return (0..<slot.shape[0]).map { pixel in
      Double(all.part(from: slot.offset + pixel * width, [width]).sum)
    }
  }
}
