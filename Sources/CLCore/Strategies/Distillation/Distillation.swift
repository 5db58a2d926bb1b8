import Foundation

/// Knowledge distillation (Hinton, Vinyals and Dean 2015): a student learns from a teacher's softened
/// answers as well as from the labels,
///
///     L(θ) = h · L_labels(θ) + (1 − h) · T² KL(softmax(v/T) ‖ softmax(z/T))
///
/// with the teacher's scores v and the student's z. Teacher and student may be any two networks with the
/// same inputs and outputs. A part that counts nothing is not worked out.
///
/// Memory: the teacher's θ. Time: a forward pass of the teacher a step more than fine-tuning.
public struct Distillation: Strategy {
  /// Who teaches. It does not learn, so what its optimiser has gathered is not kept.
  public let teacher: Learner
  /// T, by which the scores of both are divided: above 1, answers that the teacher finds unlikely count
  /// for more.
  public var temperature: Double
  /// h, the share of the labels in the loss.
  public var labels: Double

  /// Distillation from `teacher`, by default without labels.
  public init(from teacher: Learner, temperature: Double = 4, labels: Double = 0) {
    require(temperature > 0, "a temperature must be above 0, not \(temperature)")
    require((0...1).contains(labels), "the labels' share of the loss is in 0...1, not \(labels)")
    var teacher = teacher
    teacher.optimizer.reset()
    teacher.trainable = nil
    self.teacher = teacher
    self.temperature = temperature
    self.labels = labels
  }

  public var name: String { "distillation" }

  public func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    let scores = learner.scores(batch, at: theta, &context)
    let active = learner.active(batch)
    if labels == 1 { return scores.crossEntropy(batch.labels, over: active) }
    let taught = scores.distillation(
      from: teacher.scores(batch.inputs, task: learner.known(task.index)),
      temperature: temperature, over: active)
    if labels == 0 { return taught }
    let labelled = scores.crossEntropy(batch.labels, over: active)
    return Real(labels) * labelled + Real(1 - labels) * taught
  }
}

extension Variable {
  /// T² KL(q ‖ p), averaged over the batch, shape `[]`: how far the answers p = softmax(z/T) of a
  /// student with these scores z [n, outputs] are from those of a teacher, q = softmax(v/T), over the
  /// outputs `active`. It is the cross-entropy −T² Σ q log p less what p cannot change, q's own.
  ///
  /// Its derivative in z is T (p − q) / n. The factor T² keeps that from vanishing as T grows: over K
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
    let q = Variable((teacher / t).softmax(over: active))
    let apart = value.divergence(from: teacher, temperature: temperature, over: active)
    return .record(
      Tensor(Real(temperature * temperature * apart) / n),
      (self, { g, at in ((at[0] / t).softmax(over: active) - q) * (g * (t / n)) }))
  }
}

extension Tensor {
  /// Σ q (log q − log p) over all rows, in double precision: as T grows, log q − log p falls as 1/T and
  /// the sum as 1/T², which T² would magnify with the rounding of two nearly equal numbers.
  fileprivate func divergence(
    from teacher: Tensor, temperature t: Double, over active: Columns
  ) -> Double {
    let width = shape.matrix.columns
    var sum = 0.0
    read { student in
      teacher.read { teacher in
        active.forEachBlock(of: shape) { first, rows, range in
          for row in first..<first + rows {
            let places = row * width + range.lowerBound..<row * width + range.upperBound
            let (v, z) = (teacher[places], student[places])
            let (logV, logZ) = (v.logSumExp(t), z.logSumExp(t))
            for i in places {
              let apart = (Double(v[i]) - Double(z[i])) / t - (logV - logZ)
              sum += exp(Double(v[i]) / t - logV) * apart
            }
          }
        }
      }
    }
    return sum
  }
}

extension Slice<UnsafeBufferPointer<Real>> {
  /// log Σ exp(x/T), in double precision.
  fileprivate func logSumExp(_ t: Double) -> Double {
    let top = Double(self.max() ?? 0) / t
    return top + log(reduce(0) { $0 + exp(Double($1) / t - top) })
  }
}

extension Learner {
  /// What this network answered with other weights θ [P], before it moved on: [n, outputs].
  func answers(of theta: Tensor, to batch: Batch) -> Tensor {
    require(
      theta.count == self.theta.count,
      "an old network of \(theta.count) weights cannot be asked through one of "
        + "\(self.theta.count): a network that grows has no teacher in its past")
    return scores(batch, at: Variable(theta)).value
  }
}
