//: # Chapter 1 · Catastrophic forgetting
//:
//: A network that learns one thing after another keeps the last and loses the rest. This chapter
//: shows it on images of clothes, measures it, and finds the place in weight space where it happens.
//: By the end you can read an accuracy matrix, tell the scenarios of continual learning apart, and
//: put a lower and an upper bound on any method.
//:
//: *Continual learning* is learning from a stream of tasks, each met once and in order, and being
//: judged on all of them. Three neighbours are easily taken for it:
//:
//: - *Transfer learning* uses an old task to learn a new one, and never looks back at the old.
//: - *Multi-task learning* has the data of all tasks at once; order plays no part.
//: - *Online learning* sees each sample once, but from one source that does not change.
import Book
import CLCore
import Lessons

let lesson = Lesson()

//: ## 1.1 Two tasks, one network
//: Ten kinds of clothes, each image 28 × 28 grey pixels. The first five kinds are task A, the other
//: five are task B. The network is a perceptron $f(x; \theta)$ with one output a class. All its
//: weights are one vector $\theta$, and learning a task is making its mean cross-entropy small:
//:
//: $$ L(\theta) = -\frac{1}{n} \sum_{i=1}^{n} \log p(y_i \mid x_i; \theta) $$
//:
//: @code(CLCore/Learning/Learner.swift, crossEntropy)
lesson.step("two-tasks")
let scale = Scale(lesson.profile)
let images = lesson.images()
let pair = lesson.attempt {
  try TaskStream.split(images, tasks: 2, scenario: .class, testPerTask: scale.tested)
}
let network = MLP(inputs: pair.inputSize, hidden: scale.hidden, outputs: pair.outputs)
lesson.say("Task A: \(pair[0].name).")
lesson.say("Task B: \(pair[1].name).")
lesson.say("The network has \(network.layout.count) weights.")

//: ## 1.2 A, then B
//: Train on A. Then train on B, with the same network and the same optimiser, and look at the
//: accuracy on both tasks every few steps. Nothing tells the second task to spare what the first one
//: learnt.
//:
//: > predict: After A is learnt, the network is right on most of A's test images. How much of that is
//: > left after 30 steps on B? Many people say half.
lesson.step("forgetting")
let looks = [0, 1, 2, 4, 6, 8, 10, 15, 20, 30, 50, 75, 100, 150, 500, 1000, 2000]
let twoTasks = lesson.seeds(5, "A, then B") { seed, progress in
  var run = try Run(FineTuning(), scale.learner(pair, seed), on: pair, scale.training, seed: seed)
  var steps: [Double] = []
  var onA: [Double] = []
  var onB: [Double] = []
  while let event = try run.advance() {
    progress(run.stepsMade, of: 2 * scale.steps)
    guard let made = event.stepsOfTask, looks.contains(made) else { continue }
    steps.append(Double(run.stepsMade - scale.steps))
    onA.append(run.accuracy(on: pair[0]))
    onB.append(run.accuracy(on: pair[1]))
  }
  return (steps: steps, onA: onA, onB: onB)
}

let steps = twoTasks[0].steps
let onA = Band(twoTasks.map(\.onA))
let onB = Band(twoTasks.map(\.onB))
lesson.figure(
  "forgetting",
  .curves(
    title: "Task A is lost within thirty steps of task B",
    alt: """
      Accuracy on task A rises while A is trained, then falls almost vertically to zero when training \
      on B begins, while accuracy on B rises.
      """,
    caption:
      "Accuracy on the test images of both tasks. \(seedsNote(twoTasks.count)). \(scale.words).",
    x: Axis("training steps since the switch from A to B"), y: .accuracy,
    [
      onA.line("task A", x: steps, style: SeriesStyle(.blue, .solid, .circle)),
      onB.line("task B", x: steps, style: SeriesStyle(.green, .dashed, .square)),
    ],
    shades: [
      Shade(-Double(scale.steps)...0, "learning A", colour: .blue),
      Shade(0...Double(scale.steps), "learning B", colour: .green),
    ]))

let atSwitch = steps.lastIndex(of: 0) ?? 0
let later = steps.firstIndex { $0 >= 30 } ?? steps.count - 1
lesson.expect(
  "Thirty steps of B leave less than a tenth of what was known of A",
  found: "\(onA.mean[atSwitch].percent) before, \(onA.mean[later].percent) after",
  onA.mean[later] < 0.1 * onA.mean[atSwitch])
lesson.expect(
  "A is lost before B is learnt",
  found: "B is at \(onB.mean[later].percent) then, and at "
    + "\(onB.mean[steps.count - 1].percent) in the end",
  onB.mean[later] < 0.95 * onB.mean[steps.count - 1])

//: Forgetting is not wear. It is the first thing that happens, and it is over before the new task is
//: learnt.

//: ## 1.3 What is asked at test time
//: How much is lost depends on what the learner is asked. The same images can be put to it in three
//: ways (van de Ven & Tolias 2019):
//:
//: - *task-incremental*: it is told which task an image comes from, and chooses among that task's
//:   classes;
//: - *domain-incremental*: it is not told, and answers what all tasks have in common, here "the first
//:   kind" or "the second kind" of a task;
//: - *class-incremental*: it is not told, and must name the class among all it has met.
//:
//: In this library a scenario is a range of active outputs and nothing more:
//:
//: @code(CLCore/Learning/Learner.swift, active)
lesson.step("scenarios")
let five = lesson.attempt { try fiveTasks(images, .class, scale) }
lesson.figure(
  "scenarios",
  .imageSheet(
    title: "One stream of images, three questions",
    alt: """
      Three rows with the same ten images, two for each of five tasks. Under each image stands the \
      right answer: the first or second of a named task in the task-incremental row, first or second \
      in the domain-incremental row, and the class from 0 to 9 in the class-incremental row.
      """,
    caption: "The right answer is written under each image.",
    scenarioSheet(five), aspect: 0.5))

//: Real streams seldom say when one task ends. In the *task-free* stream tasks blend into each other
//: and no boundary is ever told. A method that cannot do without one is told of a boundary every fixed
//: number of steps, and every table that uses it says so.
lesson.step("task-free")
let blurred = TaskFree(five, iterationsPerTask: scale.steps, window: scale.steps * 3 / 5, seed: 1)
let shares = (0..<blurred.iterations).map { blurred.shares(at: $0) }
lesson.figure(
  "task-free",
  blendFigure(
    title: "Without boundaries, tasks fade into each other",
    alt: "Five curves, one a task: each rises from 0 to 1 and falls again as the next one rises.",
    caption: "Share of each task among the samples of a training step.", shares))

let withoutBoundaries = lesson.seeds(5, "fine-tuning without boundaries") { seed, progress in
  let tasks = try fiveTasks(images, .class, scale, seed: seed)
  let stream = try TaskFree(
    tasks, iterationsPerTask: scale.steps, window: scale.steps * 3 / 5, seed: seed
  ).pseudoTasks(batchSize: scale.training.batchSize)
  return try learn(FineTuning(), stream, scale, seed: seed, progress).matrix
}
let blurredACC = Statistics(withoutBoundaries.compactMap(\.averageAccuracy))
lesson.say("Fine-tuning on the blurred stream, class-incremental: ACC \(blurredACC.text).")
lesson.say("A boundary is told every \(scale.steps) steps; fine-tuning makes no use of it.")

//: ## 1.4 The accuracy matrix
//: To judge a learner on a stream, test it on every task after every task. $R_{i,j}$ is the accuracy
//: on task j after training on task i; row 0 is the untrained network. Three numbers sum it up
//: (Lopez-Paz & Ranzato 2017), for T tasks:
//:
//: $$ \text{ACC} = \frac{1}{T} \sum_{j=1}^{T} R_{T,j} $$
//: $$ \text{BWT} = \frac{1}{T-1} \sum_{j=1}^{T-1} \left( R_{T,j} - R_{j,j} \right) $$
//: $$ \text{FWT} = \frac{1}{T-1} \sum_{j=2}^{T} \left( R_{j-1,j} - R_{0,j} \right) $$
//:
//: ACC is what remains at the end. BWT, backward transfer, is what later tasks did to earlier ones:
//: negative is forgetting. FWT, forward transfer, is how far earlier tasks help with a task before it
//: is trained at all.
//:
//: > predict: The next matrix is for five tasks of two classes, domain-incremental. Where is it
//: > bright: along the diagonal, in the last row, or in the first column?
lesson.step("matrix")
let domain = lesson.seeds(5, "fine-tuning on five tasks") { seed, progress in
  let stream = try fiveTasks(images, .domain, scale, seed: seed)
  return try learn(FineTuning(), stream, scale, seed: seed, progress).matrix
}
lesson.figure(
  "matrix",
  .matrix(
    title: "Each task is learnt, then lost: bright diagonal, dim below it",
    alt: """
      Accuracy on each of five tasks after each of them was trained, domain-incremental. The diagonal \
      is near 1; below it the accuracies are lower and uneven, above it they are near one half.
      """,
    caption: "R of fine-tuning on five tasks, domain-incremental, mean of \(domain.count) seeds.",
    meanMatrix(domain)))
lesson.table(
  "Fine-tuning, five tasks, domain-incremental", columns: ["measure", "mean ± 95 % interval"],
  rows: [
    ["ACC", Statistics(domain.compactMap(\.averageAccuracy)).text],
    ["BWT", Statistics(domain.compactMap(\.backwardTransfer)).text],
    ["FWT", Statistics(domain.compactMap(\.forwardTransfer)).text],
  ], note: seedsNote(domain.count))

//: ## 1.5 Below and above
//: A method is as good as its place between two bounds. *Fine-tuning*, what we did so far, is the
//: lower one. *Joint training* is the upper one: it keeps the data of all tasks, and at each task
//: trains a new network on everything. Two more mark what is given up in between. *Frozen features*
//: trains only the head after the first task. *Separate networks* gives each task a network of its
//: own: nothing is forgotten, nothing is shared, and the task must be told.
//:
//: @code(CLCore/Strategies/Baselines/Joint.swift, phase)
//:
//: > predict: Guessing is right half of the time in two scenarios and one time in ten in the third. In
//: > which scenario does fine-tuning end below guessing?
lesson.step("bounds")
let methods: [any Strategy] = [FineTuning(), FrozenFeatures(), SeparateNetworks(), Joint()]
let contests = Scenario.allCases.flatMap { scenario in
  methods.filter { !$0.needsTaskIdentity || scenario == .task }
    .map { Contest(scenario: scenario, method: $0) }
}
let runs = lesson.seeds(5, of: contests, "every method in every scenario") {
  contest, seed, progress in
  let stream = try fiveTasks(images, contest.scenario, scale, seed: seed)
  return try learn(contest.method, stream, scale, seed: seed, progress)
}
let outcomes = zip(contests, runs).map { Outcome($0, $1) }
let seeds = runs[0].count

lesson.table(
  "The bounds on five tasks", columns: ["scenario", "method", "ACC", "BWT", "FWT"],
  rows: outcomes.map {
    [$0.contest.scenario.rawValue, $0.name, $0.acc.text, $0.bwt.text, $0.fwt?.text ?? "–"]
  },
  note: "\(seedsNote(seeds)). \(scale.words)")
lesson.figure(
  "bounds",
  .bars(
    title: "Told the task, little is lost; asked for the class, nearly everything",
    alt: """
      Bars of final average accuracy for fine-tuning, frozen features, separate networks and joint \
      training in three scenarios. Joint training is high everywhere. Fine-tuning is high in the \
      task-incremental scenario, between guessing and joint in the domain-incremental one, and at one \
      fifth in the class-incremental one.
      """,
    caption: "ACC after five tasks. \(seedsNote(seeds)). \(scale.words).",
    y: Axis("average accuracy", range: 0...1.1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    categories: Scenario.allCases.map { "\($0)-incremental" }, boundsBars(outcomes)))

if let lower = outcomes.of(.class)["fine-tuning"], let upper = outcomes.of(.class)["joint"],
  let separate = outcomes.of(.task)["separate networks"]
{
  lesson.expect(
    "Class-incremental fine-tuning forgets almost all: BWT is below −0.7",
    found: "BWT \(lower.bwt.text)", lower.bwt.mean < -0.7)
  lesson.expect(
    "Class-incremental joint training keeps ACC above 0.80", found: "ACC \(upper.acc.text)",
    upper.acc.mean > 0.8)
  lesson.expect(
    "Separate networks forget nothing: BWT is exactly 0", found: "BWT \(separate.bwt.text)",
    separate.runs.allSatisfy { $0.matrix.backwardTransfer == 0 })
}

//: Class-incremental fine-tuning ends at one fifth: the last two classes of ten are right, the other
//: eight are gone. Telling the task hides most of it, for then the lost classes no longer compete.
//: The upper bound has its price, and so has forgetting nothing:
lesson.step("costs")
lesson.table(
  "What the bounds cost, task-incremental",
  columns: ["method", "training steps", "weights kept", "samples kept"],
  rows: outcomes.of(.task).map {
    [$0.name, "\($0.steps)", "\($0.costs.weights)", "\($0.costs.samples)"]
  }, note: "Weights kept count the network in use and the copies")
lesson.figure(
  "price",
  priceFigure(
    title: "Joint training stays accurate and pays for it at every task",
    alt: """
      Average accuracy after each of five tasks against the training steps spent so far, \
      class-incremental. Fine-tuning falls from 1 to 0.2 within five times the steps of one task; joint \
      training stays above 0.8 and needs fifteen times the steps.
      """,
    caption: "Class-incremental; one marker a task. \(seedsNote(seeds)).", outcomes.of(.class)))

//: ## 1.6 Why: two valleys
//: Return to tasks A and B. Let $\theta^*_A$ be the weights after A and $\theta^*_B$ those after B.
//: Walk from one to the other on the straight line
//: $\theta(\alpha) = (1 - \alpha)\, \theta^*_A + \alpha\, \theta^*_B$ and read the loss of both tasks.
//:
//: > predict: Is there a point on the way that is good for both?
lesson.step("line")
let alphas = grid(-0.25, 1.25, 31)
let probes = lesson.profile.pick(smoke: 50, quick: 300, full: 1000)
let walks = lesson.seeds(5, "from θ*A to θ*B") { seed, progress in
  var run = try Run(FineTuning(), scale.learner(pair, seed), on: pair, scale.training, seed: seed)
  try run.learnTask()
  let thetaA = run.learner.theta
  try run.learnTask()
  let thetaB = run.learner.theta
  return pair.map { task in
    alphas.map { alpha in
      let theta = thetaA * Real(1 - alpha) + thetaB * Real(alpha)
      return run.learner.testLoss(of: task, at: theta, limit: probes)
    }
  }
}
let lossA = Band(walks.map { $0[0] })
let lossB = Band(walks.map { $0[1] })
lesson.figure(
  "line",
  .curves(
    title: "No point between the two solutions is good for both tasks",
    alt: """
      Loss of task A and of task B on the straight line from the weights after A to the weights after \
      B. The loss of A is low at the left end and climbs to the right; the loss of B does the opposite.
      """,
    caption: "Test loss along the line. \(seedsNote(walks.count)).",
    x: Axis("α: 0 is θ*A, 1 is θ*B"), y: Axis("cross-entropy", isLogarithmic: true),
    [
      lossA.line("task A", x: alphas, style: SeriesStyle(.blue, .solid, .circle)),
      lossB.line("task B", x: alphas, style: SeriesStyle(.green, .dashed, .square)),
    ], references: [.vertical(0, "θ*A"), .vertical(1, "θ*B")]))

let compromise = alphas.indices.map { max(lossA.mean[$0], lossB.mean[$0]) }.min() ?? 0
let guessing = 10.0.logarithm
lesson.expect(
  "Everywhere on the line one of the tasks is worse than half way to guessing",
  found: "the better compromise has a loss of \(compromise.decimals); guessing has "
    + guessing.decimals, compromise > guessing / 2)

//: A line shows that the way from A to B leaves A's valley. It does not show that it must. Take a third
//: point: start at $\theta^*_A$ again and train on A and B mixed, to reach $\theta^*_{AB}$. Three
//: points span a plane, and the loss of each task over it can be drawn like a map.
lesson.step("plane")
let map = lesson.work("a map of the loss") { progress in
  try LossMap(pair, scale, seed: 1, probes: probes, progress)
}
lesson.figure(
  "plane",
  map.figure(
    title: "The valleys of A and B meet, and plain training walks past",
    alt: """
      Two maps of the same plane of weight space. On the left the loss of task A, on the right the loss of \
      task B. Both are low around the point reached by training on A and B together. The path of training \
      on B alone leaves the low region of A at once.
      """,
    caption: "Test loss over the plane through θ*A, θ*B and θ*AB, seed 1. "
      + "The line is the path of training on B."))
lesson.expect(
  "The meeting point is good for both tasks, θ*B is not",
  found: map.words, map.meetingPointIsBest)

//: Both tasks can be solved at once, a short way from where the first one left the network. Nothing in
//: the loss of B says so. Every method of this book is a way to say it: by guarding weights (chapters 2
//: and 3), by remembering gradients (4) or examples (5), or by taking new weights (6).

//: ## 1.7 The dilemma
//: Forgetting can be stopped at once: learn slowly. A learner that never moves forgets nothing and
//: learns nothing. Between *stability* and *plasticity* every method takes a place (Grossberg 1982),
//: and a single knob, the learning rate for B, shows the trade.
lesson.step("dilemma")
let rates = lesson.profile.pick(
  smoke: [1e-5, 1e-3], quick: [1e-5, 5e-5, 7e-5, 1e-4, 1.4e-4, 2e-4, 1e-3],
  full: [1e-6, 4e-6, 6e-6, 1e-5, 2e-5, 1e-4, 1e-3])
let trades = lesson.seeds(5, "learning rates for B") { seed, progress in
  var first = try Run(FineTuning(), scale.learner(pair, seed), on: pair, scale.training, seed: seed)
  try first.learnTask()
  return try rates.enumerated().map { number, rate in
    var run = first
    run.learner.optimizer = Adam(rate: rate)
    try run.learnTask()
    progress(number + 1, of: rates.count)
    return (a: run.accuracy(on: pair[0]), b: run.accuracy(on: pair[1]))
  }
}
let keptA = Band(trades.map { $0.map(\.a) })
let learntB = Band(trades.map { $0.map(\.b) })
lesson.figure(
  "dilemma",
  dilemmaFigure(
    title: "What is gained on B is paid for with A",
    alt: """
      Accuracy on A against accuracy on B for several learning rates. The points run from the upper left, \
      A kept and B not learnt, to the lower right, B learnt and A lost. The upper right corner, both, stays \
      empty.
      """,
    caption: "One point a learning rate for B. \(seedsNote(trades.count)) on A.", rates, a: keptA,
    b: learntB))
lesson.expect(
  "No learning rate keeps nine tenths of A and learns B to nine tenths of its best",
  found: "\(rates.count) rates tried",
  !rates.indices.contains { i in
    keptA.mean[i] > 0.9 * keptA.mean[0] && learntB.mean[i] > 0.9 * (learntB.mean.last ?? 1)
  })

//: ## 1.8 The class-incremental collapse
//: What does a network answer that has forgotten? Not nonsense. After the fifth task it answers every
//: image with one of the last two classes it was taught.
lesson.step("collapse")
if let run = outcomes.of(.class)["fine-tuning"]?.runs.first {
  let report = run.report()
  lesson.figure(
    "collapse",
    .confusion(
      title: "After five tasks every image is taken for one of the last two classes",
      alt: """
        Confusion matrix of ten classes in the order they were learnt. All answers lie in the last two \
        columns.
        """,
      caption: "Class-incremental fine-tuning, seed 1; classes in the order they were learnt.",
      report.confusion, classes: report.names))
  lesson.say("\(report)")

  let ofLast = report.confusion.map { $0.suffix(2).reduce(0, +) }.reduce(0, +)
  let share = Double(ofLast) / Double(report.count)
  lesson.expect(
    "At least 95 % of all answers are one of the last two classes", found: share.percent,
    share >= 0.95)
}

//: The report says what the matrix shows in numbers: *recall*, the share of a class that is found, is
//: zero for eight classes, and *precision*, the share of an answer that is right, is low for the two
//: that are left. The average accuracy of 0.2 hides that it is all of two classes and none of eight.

//: ## 1.9 What to remember
//: Gradient descent on a new task leaves the region of weight space that solves the old one, within a
//: few steps, although a region that solves both lies close by. How bad that looks depends on the
//: question: with the task told it is mild, without it nearly everything is lost.
//:
//: **Try it.** Change `Adam()` to `SGD(rate: 0.1)` in `Chapters/Book/Scale.swift`. Give the network one
//: hidden layer of 2000. Put task B before task A. Which of the figures change their message?
//:
//: **Further reading.**
//:
//: - M. McCloskey and N. J. Cohen, "Catastrophic interference in connectionist networks: the sequential
//:   learning problem", *Psychology of Learning and Motivation* 24, 1989.
//: - R. M. French, "Catastrophic forgetting in connectionist networks", *Trends in Cognitive Sciences*
//:   3(4), 1999.
//: - D. Lopez-Paz and M. Ranzato, "Gradient episodic memory for continual learning", NeurIPS 2017.
//: - G. M. van de Ven, T. Tuytelaars and A. S. Tolias, "Three types of incremental learning", *Nature
//:   Machine Intelligence* 4, 2022.
//: - S. I. Mirzadeh et al., "Linear mode connectivity in multitask and continual learning", ICLR 2021.
lesson.finish()
