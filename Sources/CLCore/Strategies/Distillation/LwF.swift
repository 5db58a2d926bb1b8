/// Learning without forgetting (Li and Hoiem 2016, equations 1 to 3): the network as it was before the
/// task answers for the old tasks on the *new* task's images, and is imitated while the labels are learnt,
///
///     L(θ) = L_new(θ) + λ Σₖ H(softmax(v⁽ᵏ⁾/T), softmax(z⁽ᵏ⁾/T))
///
/// with the scores v of the old network and z of the new one for the outputs of old task k, and the
/// cross-entropy H. Where tasks share their outputs their terms are equal, and one stands for all of them;
/// in the class-incremental scenario one term in all, over the outputs that were active then (van de Ven,
/// Tuytelaars and Tolias 2022).
///
/// H is taken less the old answers' own entropy, which has no gradient, so that the term is 0 for answers
/// that have not changed. As in the paper there is no factor T². Unlike the paper, no head is trained by
/// itself before all weights move together. The network may not grow.
///
/// Memory: one θ, no sample. Time: a forward pass a step more than fine-tuning.
public struct LwF: Strategy {
  /// λ, how much an old task counts against the new one.
  public var lambda: Double
  /// T, by which scores are divided.
  public var temperature: Double
  private var teacher: Tensor?
  private var terms: [Term] = []

  /// Old tasks that share their outputs.
  private struct Term: Codable {
    let outputs: Range<Int>
    var tasks = 1
  }

  /// LwF with strength λ.
  public init(lambda: Double = 1, temperature: Double = 2) {
    require(lambda >= 0, "a strength must be 0 or above, not \(lambda)")
    require(temperature > 0, "a temperature must be above 0, not \(temperature)")
    self.lambda = lambda
    self.temperature = temperature
  }

  public var name: String { "LwF" }

  public func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    let scores = learner.scores(batch, at: theta, &context)
    let new = scores.crossEntropy(batch.labels, over: learner.active(batch))
    guard let teacher, lambda != 0 else { return new }
    let answers = learner.answers(of: teacher, to: batch)
    let strength = lambda / (temperature * temperature)
    return terms.reduce(new) { sum, term in
      let apart = scores.distillation(
        from: answers, temperature: temperature, over: .range(term.outputs))
      return sum + Real(strength * Double(term.tasks)) * apart
    }
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    teacher = learner.theta
    let outputs = learner.active(learner.known(task.index))
    if learner.scenario == .class { terms = [] }
    if let place = terms.firstIndex(where: { $0.outputs == outputs }) {
      terms[place].tasks += 1
    } else {
      terms.append(Term(outputs: outputs))
    }
  }
}

extension LwF: Configurable {
  public static let about = About(
    "lwf", "the old network answers for the old tasks on the new task's images",
    paper: "Li & Hoiem 2016", .distillation,
    fineTuning: ["lambda": .number(0)])
  public static let standard = LwF()
  public static let settings: [Setting<LwF>] = [
    .number("lambda", \.lambda, .atLeast(0), "λ, how much an old task counts against the new one"),
    .number("temperature", \.temperature, .above(0), "T, by which scores are divided"),
  ]
}
