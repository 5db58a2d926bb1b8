import CLCore

/// A step's gradient g and those of the old tasks, with few enough weights to be drawn or worked out
/// by hand.
struct Gradients: Sendable {
  /// The gradient of the task that is being learnt, [P].
  let g: [Double]
  /// The gradients of the old tasks, [k][P]: the rows of G.
  let old: [[Double]]

  /// A = GGᵀ, [k][k].
  var gram: [[Double]] { old.map { row in old.map { dot(row, $0) } } }

  /// b = Gg, [k]: a task is opposed where it is negative.
  var products: [Double] { old.map { dot($0, g) } }

  /// The search for v, from its start to the minimum.
  func search(margin: Double = 0) -> [DualProgram.Step] {
    Array(DualProgram(gram, products, margin: margin))
  }

  /// v at the minimum, [k].
  func solution(margin: Double = 0) -> [Double] {
    DualProgram(gram, products, margin: margin).solution
  }

  /// g̃ = g + Gᵀv, [P].
  func step(_ v: [Double]) -> [Double] {
    g.indices.map { i in g[i] + zip(v, old).reduce(0) { $0 + $1.0 * $1.1[i] } }
  }

  /// What the dual minimises, ½ vᵀAv + bᵀv.
  func dual(_ v: [Double]) -> Double { 0.5 * dot(v, gram.map { dot($0, v) }) + dot(products, v) }

  /// g̃ of A-GEM: the nearest step that does not oppose the mean of the old gradients.
  var averaged: [Double] {
    let mean = g.indices.map { i in old.reduce(0) { $0 + $1[i] } / Double(old.count) }
    return Gradients(g: g, old: [mean]).projected
  }

  /// g̃ of GEM with γ = 0.
  var projected: [Double] { step(solution()) }
}

extension Gradients {
  /// Random gradients of so many old tasks.
  init(tasks: Int, weights: Int, seed: UInt64) {
    var random = Random(seed: seed, "gradients", tasks)
    g = (0..<weights).map { _ in random.normal() }
    old = (0..<tasks).map { _ in (0..<weights).map { _ in random.normal() } }
  }
}

/// ⟨a, b⟩.
func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
