/// Averaged GEM (Chaudhry, Ranzato, Rohrbach & Elhoseiny 2019, equations 10 and 11): one constraint in
/// place of one a task, on the loss of a batch drawn from the memory of all of them.
///
///     g̃ = g − (gᵀr / rᵀr) r   if gᵀr < 0, else g,     r = ∇L of the batch drawn
///
/// With one constraint the programme of GEM has this closed form. Unlike the paper, 1e-7 is added to rᵀr,
/// which may vanish, as in the code of van de Ven, Tuytelaars & Tolias (2022): where ‖r‖ is as small as
/// 3e-4, g̃ goes half of the way.
///
/// Memory: the samples. Time: two gradients, of the batch and of the batch drawn, and three passes over θ,
/// however many tasks there were.
public struct AGEM: Projecting {
  /// The samples kept, offered when a task has been learnt.
  public private(set) var memory: Memory
  /// How many of them r is taken on.
  public var batchSize: Int
  /// How often the constraint was violated.
  public private(set) var violations = Violations()

  /// A-GEM with a memory of 100 random samples a class, or another one.
  public init(_ memory: Memory = .balanced(.each(100)), batchSize: Int = 128) {
    require(batchSize > 0, "A-GEM needs a batch of 1 sample or more, not of \(batchSize)")
    self.memory = memory
    self.batchSize = batchSize
  }

  public var name: String { "A-GEM" }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {
    guard let drawn = memory.sample(batchSize, &learner.random) else { return }
    let projected = AGEM.project(&gradient, learner.gradient(drawn))
    violations.count(learning: task.index, projected: projected)
  }

  /// Replaces g [P] by g̃ if it opposes r [P], and says whether it did.
  @discardableResult
  public static func project(_ gradient: inout Tensor, _ reference: Tensor) -> Bool {
    let product = gradient.dot(reference)
    guard product < 0 else { return false }
    gradient.add(-product / (reference.dot(reference) + 1e-7), reference)
    return true
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    memory.offer(task, &learner.random)
  }
}

extension AGEM: Configurable {
  public static let about = About(
    "a-gem", "one constraint: on a batch drawn from the memory of all old tasks",
    paper: "Chaudhry, Ranzato, Rohrbach & Elhoseiny 2019", .projection, line: 1,
    fineTuning: ["memory": .number(0)])
  public static let standard = AGEM()
  public static let settings: [Setting<AGEM>] = [
    .count("memory", \.memory.size, from: 0, "random samples kept of each class"),
    .count("replay-batch", \.batchSize, "kept samples that the constraint is on"),
  ]
}
