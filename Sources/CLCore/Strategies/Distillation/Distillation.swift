/// Knowledge distillation (Hinton, Vinyals and Dean 2015): a student learns from a teacher's softened
/// answers as well as from the labels,
///
///     L(θ) = h · L_labels(θ) + (1 − h) · T² KL(softmax(v/T) ‖ softmax(z/T))
///
/// with the teacher's scores v and the student's z. Teacher and student may be any two networks with the
/// same inputs and outputs.
///
/// Memory: the teacher's θ. Time: a forward pass of the teacher a step more than fine-tuning.
public struct Distillation: Strategy {
  /// Who teaches; it does not learn.
  public let teacher: Learner
  /// T, by which the scores of both are divided: above 1, answers that the teacher finds unlikely count
  /// for more.
  public var temperature: Double
  /// h, the share of the labels in the loss.
  public var labels: Double

  /// Distillation from `teacher`, by default without labels.
  public init(from teacher: Learner, temperature: Double = 4, labels: Double = 0) {
    self.teacher = teacher
    self.temperature = temperature
    self.labels = labels
  }

  public var name: String { "distillation" }

  public mutating func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: inout Learner
  ) -> Variable {
    let scores = learner.scores(batch, at: theta)
    let active = learner.active(batch)
    let taught = scores.distillation(
      from: teacher.scores(batch.inputs, task: learner.known(task.index)),
      temperature: temperature, over: active)
    let labelled = scores.crossEntropy(batch.labels, over: active)
    return Real(labels) * labelled + Real(1 - labels) * taught
  }

  public func weightsKept(_ learner: Learner) -> Int { teacher.theta.count }

  public var passesPerStep: Int { 5 }
}

extension Variable {
  /// T² KL(p ‖ q), averaged over the batch, shape `[]`: how far the answers q = softmax(z/T) of a
  /// student with these scores z [n, outputs] are from those of a teacher, p = softmax(v/T), over the
  /// outputs `active`.
  ///
  /// Its derivative in z is T (q − p) / n. The factor T² keeps that from vanishing as T grows: over K
  /// outputs, the loss tends to 1/(2K) ‖(z − z̄) − (v − v̄)‖² a sample, the matching of centred scores
  /// (Hinton, Vinyals and Dean 2015, section 2.1). The teacher's scores v [n, outputs] are numbers without
  /// a history, so nothing flows back to it.
  public func distillation(
    from teacher: Tensor, temperature: Double, over active: Columns = .all
  ) -> Variable {
    require(
      shape == teacher.shape, "distillation: scores \(shape) from a teacher's \(teacher.shape)")
    require(temperature > 0, "a temperature must be above 0, not \(temperature)")
    let n = Real(shape.matrix.rows)
    let t = Real(temperature)
    let v = Variable(teacher) / t
    let z = self / t
    let p = v.softmax(over: active)
    // KL = (log Σ eᶻ − p·z) − (log Σ eᵛ − p·v), so that no probability is divided by or made a logarithm.
    let apart = (p * (v - z)).sum - (v.logSumExp(over: active) - z.logSumExp(over: active)).sum
    return apart * (t * t / n)
  }
}
