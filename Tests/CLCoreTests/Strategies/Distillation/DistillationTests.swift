import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Distillation")
struct DistillationTests {
  /// Scores of a student and of a teacher, [n, outputs].
  private func scores(_ n: Int, _ outputs: Int, seed: UInt64) -> (student: Tensor, teacher: Tensor)
  {
    var random = Random(seed: seed, "scores")
    return (3 * random.tensor([n, outputs]), 3 * random.tensor([n, outputs]))
  }

  /// T² KL(softmax(v/T) ‖ softmax(z/T)) of one row, in double precision.
  private func divergence(_ z: [Double], _ v: [Double], _ t: Double) -> Double {
    func softmax(_ scores: [Double]) -> [Double] {
      let powers = scores.map { exp($0 / t) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    return t * t * zip(softmax(v), softmax(z)).map { q, p in q * log(q / p) }.reduce(0, +)
  }

  private func row(_ x: Tensor, _ i: Int, _ columns: Range<Int>) -> [Double] {
    columns.map { Double(x[i, $0]) }
  }

  @Test(
    "is T² KL(teacher ‖ student) over the active outputs, averaged over samples",
    arguments: [0.5, 1, 2, 5, 1000])
  func value(temperature: Double) {
    let (student, teacher) = scores(6, 5, seed: 1)
    for active in [0..<5, 1..<4] {
      let found = Variable(student).distillation(
        from: teacher, temperature: temperature, over: .range(active)
      ).value.scalar
      let expected =
        (0..<6).map {
          divergence(row(student, $0, active), row(teacher, $0, active), temperature)
        }.reduce(0, +) / 6
      #expect(abs(Double(found) - expected) <= 1e-4 * expected)
    }
  }

  @Test("has the derivative T (softmax(z/T) − softmax(v/T)) / n, and none at other outputs")
  func slope() {
    let (student, teacher) = scores(4, 6, seed: 2)
    for t in [1, 2, 10] as [Real] {
      let found = gradient(at: student) {
        $0.distillation(from: teacher, temperature: Double(t), over: .range(0..<4))
      }
      let (p, q) = (
        (student / t).softmax(over: .range(0..<4)), (teacher / t).softmax(over: .range(0..<4))
      )
      expectClose(found, (p - q) * (t / 4), 1e-5)
      #expect(found.columns(4..<6) == .zeros([4, 2]))
    }
  }

  @Test(
    "tends to half the mean squared difference of centred scores as T grows, with an error of 1/T")
  func hot() {
    let k = 5
    let (student, teacher) = scores(8, k, seed: 3)
    var limit = 0.0
    for i in 0..<8 {
      let apart = zip(row(student, i, 0..<k), row(teacher, i, 0..<k)).map { $0 - $1 }
      let mean = apart.reduce(0, +) / Double(k)
      limit += apart.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(2 * k) / 8
    }
    func error(_ temperature: Double) -> Double {
      let loss = Variable(student).distillation(from: teacher, temperature: temperature)
      return abs(Double(loss.value.scalar) - limit)
    }
    #expect(error(40) <= 0.03 * limit)
    #expect(error(40) <= 0.35 * error(10))
    #expect(error(1000) <= 0.002 * limit)
    // Without T² it would vanish.
    #expect(limit > 0.5)
  }

  @Test("is 0 for the teacher's own scores, whatever is added to all of a row")
  func same() {
    let (_, teacher) = scores(5, 4, seed: 4)
    let shifted = teacher + Tensor([1, -2, 3, 0.5, 0], [5, 1])
    let (loss, slope) = valueAndGradient(at: shifted) {
      $0.distillation(from: teacher, temperature: 2)
    }
    #expect(abs(loss) <= 1e-5)
    #expect(slope.norm <= 1e-5)
  }

  @Test(
    "teaches a smaller network all that a teacher answers, without labels and without moving it")
  func student() throws {
    var large = try smallRun(
      FineTuning(), .domain, training: Training(iterations: 200, batchSize: 16))
    try large.learnTask()
    let teacher = large.learner
    let task = large.stream[0]
    let stream = large.stream
    let learner = Learner(
      MLP(inputs: 36, hidden: [6], outputs: stream.outputs), Adam(rate: 0.01), for: stream, seed: 5)
    var run = try Run(
      Distillation(from: teacher, temperature: 2), learner, on: stream,
      Training(iterations: 300, batchSize: 16), seed: 5)
    func agreement() -> Double {
      let x = Batch(task.test, Array(0..<task.test.count), task: 0).inputs
      let pairs = zip(
        run.learner.scores(x, task: nil).argmaxOfRows, teacher.scores(x, task: nil).argmaxOfRows)
      return Double(pairs.count { $0 == $1 }) / Double(task.test.count)
    }
    let before = agreement()
    try run.learnTask()
    #expect(agreement() >= max(0.95, before + 0.1), "\(before) → \(agreement())")
    let after = try #require(run.strategy as? Distillation).teacher
    expectSameBits(after.theta, teacher.theta, "teacher")
  }

  @Test("keeps of its teacher θ and not what its optimiser has gathered")
  func kept() throws {
    var run = try smallRun(FineTuning(), .class)
    let untaught = run.learner
    try run.learnTask()
    func length(_ teacher: Learner) throws -> Int {
      try JSONEncoder().encode(Distillation(from: teacher)).count
    }
    // Adam has gathered two numbers a weight; the random numbers' state has more digits or fewer.
    let grown = try length(run.learner) - length(untaught)
    #expect(abs(grown) < 200)
    let kept = Distillation(from: run.learner)
    expectSameBits(kept.teacher.theta, run.learner.theta, "teacher")
    let student = try smallRun(kept, .class)
    #expect(student.costs.weights == 2 * untaught.theta.count)
  }

  @Test("with labels alone takes fine-tuning's steps to the bit, whatever the teacher says")
  func labels() throws {
    var plain = try smallRun(FineTuning(), .class)
    var teacher = plain.learner
    teacher.theta = Tensor(repeating: .infinity, teacher.theta.shape)
    try plain.finish()
    var run = try smallRun(Distillation(from: teacher, labels: 1), .class)
    try run.finish()
    expectSameBits(run.learner.theta, plain.learner.theta, "labels alone")
    #expect(run.costs.passes == plain.costs.passes)
  }

  @Test("without labels does not look at them")
  func unlabelled() throws {
    let run = try smallRun(FineTuning(), .class)
    let learner = run.learner
    let batch = Batch(run.stream[0], Array(0..<8))
    var other = batch
    other.labels = batch.labels.map { 1 - $0 }
    let slopes = [batch, other].map { batch in
      gradient(at: 0.5 * learner.theta) {
        Distillation(from: learner).loss(batch, at: $0, run.stream[0], learner)
      }
    }
    expectSameBits(slopes[0], slopes[1], "labels")
    #expect(slopes[0].norm > 0)
  }

  @Test("refuses a share of the labels outside 0...1 and a temperature of 0")
  func misused() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Distillation(from: try smallRun(FineTuning(), .class).learner, labels: 1.5)
    }
    expect(result, says: ["labels' share", "1.5"])
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LwF(temperature: 0)
    }
    expect(result, says: ["temperature", "0.0"])
  }

  @Test("Its first three derivatives are the slopes that differences find")
  func derivatives() {
    let operation = DifferentiableOperation("distillation over active outputs", [[2, 4]]) {
      $0[0].distillation(
        from: Tensor([1, -0.5, 0.3, 0, 0, 0.7, -1, 0.2], [2, 4]), temperature: 3,
        over: .range(0..<3))
    }
    let (f, first) = (operation.potential, operation.slope(operation.potential, 0))
    operation.check(f)
    operation.check(first)
    operation.check(operation.slope(first, 1))
  }
}
