import Book
import CLCore
import Lessons

/// One method on the five tasks, with what it keeps as it goes.
struct Journey: Codable {
  let learnt: Learnt
  /// Numbers kept after each task, [tasks].
  let kept: [Int]
  /// Whether every task's scores at the end are to the bit those from when it was learnt.
  let isUnchanged: Bool
  /// Who owns which weight at the end, and what of that is 0; for PackNet.
  let owned: Owned?
  let idle: [Double]
  /// What CPG and DEN have done.
  let cpg: CPG.Progress?
  let den: DEN.Progress?
  /// What becomes of the answers when the task is not told, where it was.
  let guess: Guess?

  init(
    _ method: any Strategy, _ pairs: Pairs, hidden: [Int]? = nil, _ scenario: Scenario = .task,
    seed: UInt64, _ progress: Meter, watch: (Run.Event, Run) -> Void = { _, _ in }
  ) throws {
    let stream = pairs.stream(Pair.inOrder, scenario, seed: seed)
    let learner = pairs.learner(stream, hidden: hidden, seed: seed)
    var run = try Run(method, learner, on: stream, pairs.training, seed: seed)
    var kept: [Int] = []
    var learnt: [Tensor] = []
    try run.finish { event, run in
      watch(event, run)
      guard case .learned(let task) = event else { return }
      progress(task + 1, of: stream.count)
      kept.append(run.costs.weights)
      learnt.append(run.scores(of: stream[task]))
    }
    self.learnt = Learnt(run)
    self.kept = kept
    owned = run.strategy is PackNet ? Owned(run) : nil
    idle = run.idle
    cpg = (run.strategy as? CPG)?.progress
    den = (run.strategy as? DEN)?.progress
    guess = scenario == .task ? Guess(run) : nil
    isUnchanged = zip(stream, learnt).allSatisfy { run.scores(of: $0) == $1 }
  }
}

extension Run {
  /// The scores of a task's first test images among the classes of the task that is told, its own unless
  /// another one is, [n, classes].
  func scores(of task: Experience, told: Int? = nil, limit: Int = 200) -> Tensor {
    let number = told ?? task.index
    let images = Batch(task.test, Array(0..<min(limit, task.test.count)), task: task.index)
    var method = strategy
    method.willTest(learner)
    return method.scores(images.inputs, task: learner.known(number), learner)
      .columns(stream[number].classes)
  }
}

/// A method's journeys, one a seed.
struct Journeys: Sendable {
  /// The method's name.
  let name: String
  let all: [Journey]

  /// Average accuracy after the last task, one a seed.
  var accuracies: [Double] { all.compactMap(\.learnt.matrix.averageAccuracy) }
  /// Average accuracy after the last task.
  var acc: Statistics { Statistics(accuracies) }
  /// Backward transfer.
  var bwt: Statistics { Statistics(all.compactMap(\.learnt.matrix.backwardTransfer)) }
  /// Numbers kept at the end, the mean over seeds.
  var kept: Double { Statistics(all.map { Double($0.kept.last ?? 0) }).mean }
  /// How many seeds have left every old score as it was.
  var unchanged: Int { all.count(where: \.isUnchanged) }

  /// The accuracy on a task after the last one, one a seed.
  func accuracies(on task: Int) -> [Double] {
    all.map { $0.learnt.matrix[after: $0.learnt.tasks, on: task] ?? .nan }
  }
}

extension [Journeys] {
  /// The journeys of a method, by its name.
  subscript(name: String) -> Journeys? { first { $0.name == name } }

  /// ACC of one method less that of another, compared in pairs, seed by seed.
  func gain(of name: String, over other: String) -> Statistics {
    Statistics.paired(self[name]?.accuracies ?? [.nan], minus: self[other]?.accuracies ?? [.nan])
  }
}

extension Lesson {
  /// Each method on the five tasks over five seeds, with so many hidden units or the usual ones.
  func journeys(
    of methods: [any Strategy], _ pairs: Pairs, hidden: [Int]? = nil, _ scenario: Scenario = .task
  ) -> [Journeys] {
    let names = methods.map(\.name).joined(separator: ", ")
    let runs = seeds(5, of: methods, names) { method, seed, progress in
      try Journey(method, pairs, hidden: hidden, scenario, seed: seed, progress)
    }
    return zip(methods, runs).map { Journeys(name: $0.name, all: $1) }
  }
}
