import CLCore
import Exercise

/// The distillation loss −T² Σ q log p and its gradient T (p − q) / n, which the library's own loss gives too.
struct DistillationCheck: Check {
  let place = "05-icarl/distillation"
  let trials = [
    Trial("the loss at T = 1") { random in random.unmistakable { question("loss", at: 1, &$0) } },
    Trial("the loss at a higher temperature") { random in
      let temperature = Real(random.uniform(in: 2...5))
      return random.unmistakable { question("loss", at: temperature, &$0) }
    },
    Trial("its gradient") { random in
      let temperature = Real(random.uniform(in: 2...5))
      return question("gradient", at: temperature, &random)
    },
  ]

  private static func question(
    _ function: String, at t: Real, _ random: inout Random
  ) -> Question {
    let (samples, classes) = (4, 5)
    let student = random.tensor([samples, classes], scale: 2)
    let teacher = random.tensor([samples, classes], scale: 2)
    return Question(
      Call(function, [Value(student), Value(teacher), Value(t)]),
      gives: function == "loss"
        ? Value(t * t * entropy((student / t).softmax(), (teacher / t).softmax()))
        : Value(
          gradient(at: student) { $0.distillation(from: teacher, temperature: Double(t)) }),
      slips: function == "loss" ? losses(student, teacher, t) : slopes(student, teacher, t))
  }

  private static func losses(_ student: Tensor, _ teacher: Tensor, _ t: Real) -> [Slip] {
    let (samples, classes) = (Real(student.shape[0]), Real(student.shape[1]))
    let (p, q) = ((student / t).softmax(), (teacher / t).softmax())
    let one = entropy(p, q)
    return [
      Slip(
        "no-square",
        "The factor T² is missing: without it the slope falls as 1/T², and a warm teacher is hardly heard.",
        gives: Value(one), level: .almost),
      Slip(
        "not-squared", "The factor is T², and you have T.", gives: Value(t * one), level: .almost),
      Slip(
        "sharp-teacher",
        "The teacher's scores are not divided by T: its answer is as sharp as at T = 1.",
        gives: Value(t * t * entropy(p, teacher.softmax()))),
      Slip(
        "sharp-student",
        "The student's scores are not divided by T: with the teacher's very scores it would not give the "
          + "teacher's answer.",
        gives: Value(t * t * entropy(student.softmax(), q))),
      Slip(
        "swapped",
        "You have −Σ p log q: teacher and student have changed places. The teacher's answer q is the weight, "
          + "and the student's p stands in the logarithm.", gives: Value(t * t * entropy(q, p))),
      Slip(
        "no-entropy",
        "You subtract the entropy of the teacher's answers, as the library does: a perfect imitation costs 0. "
          + "The gradient is the same, but asked for is the cross-entropy.",
        gives: Value(t * t * (one - entropy(q, q))), level: .almost),
      Slip(
        "mean-over-classes",
        "You take the mean over the classes too. The loss of a sample is a sum over its classes; only over the "
          + "samples is there a mean.", gives: Value(t * t * one / classes), level: .almost),
      Slip(
        "sum", "You sum over the samples; asked for is the mean.",
        gives: Value(t * t * one * samples), level: .almost),
    ]
  }

  private static func slopes(_ student: Tensor, _ teacher: Tensor, _ t: Real) -> [Slip] {
    let apart = ((student / t).softmax() - (teacher / t).softmax()) / Real(student.shape[0])
    return [
      Slip(
        "no-chain",
        "Your gradient is T times the expected one: the scores are divided by T inside the softmax, and the "
          + "chain rule brings 1/T.", gives: Value(t * t * apart), level: .almost),
      Slip(
        "uphill",
        "Your gradient has the wrong sign: is it q − p? Where the student gives a class more than the teacher, "
          + "p > q, the loss must rise with its score.", gives: Value(-t * apart), level: .almost),
    ]
  }

  /// −Σ q log p, the mean over the rows.
  private static func entropy(_ p: Tensor, _ q: Tensor) -> Real {
    -q.dot(p.logarithm) / Real(p.shape[0])
  }
}
