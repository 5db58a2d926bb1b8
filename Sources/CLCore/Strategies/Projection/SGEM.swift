/// Stochastic GEM (Chaudhry, Ranzato, Rohrbach & Elhoseiny 2019, section 4): at each step one of GEM's
/// constraints, that of an old task drawn at random.
///
///     g̃ = g − (gᵀgₖ / gₖᵀgₖ) gₖ   if gᵀgₖ < 0, else g,     k drawn evenly from the old tasks
///
/// gₖ is the gradient on all of task k's memory, a ring buffer as GEM's. The step is that of A-GEM, with
/// another reference, and with its 1e-7 beside gₖᵀgₖ.
///
/// Memory: m samples a task. Time: however many tasks there were, one memory is differentiated a step.
public struct SGEM: Projecting {
  /// The samples kept of each task.
  public private(set) var memory: Memory
  /// How often the constraint drawn was violated.
  public private(set) var violations = Violations()

  /// S-GEM with a ring buffer of so many samples a task.
  public init(samplesPerTask: Int = 256) {
    memory = .ring(perTask: samplesPerTask)
  }

  public var name: String { "S-GEM" }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {
    let old = memory.tasks(before: task)
    if old.isEmpty { return }
    let drawn = old[learner.random.below(old.count)]
    let reference = learner.gradient(memory.batch(of: .task(drawn)))
    let projected = AGEM.project(&gradient, reference)
    violations.count(
      learning: task.index, projected: projected, opposed: projected ? [drawn] : [])
  }

  /// Samples are kept once their step has been made, and no constraint is one of their own task.
  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    memory.offer(batch, &learner.random)
  }
}

extension SGEM: Configurable {
  public static let about = About(
    "s-gem", "one constraint: on one old task, drawn anew each step",
    paper: "Chaudhry, Ranzato, Rohrbach & Elhoseiny 2019", .projection, line: 2,
    fineTuning: ["memory": .number(0)])
  public static let standard = SGEM()
  public static let settings: [Setting<SGEM>] = [
    .count("memory", \.memory.size, from: 0, "samples kept of each task, the latest")
  ]
}
