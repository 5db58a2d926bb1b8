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
<<<<<<< HEAD
lesson.finish()
=======

//: ## 1.1 Two tasks, one network
//: Ten kinds of clothes, each image 28 × 28 grey pixels. The first five kinds are task A, the other
//: five are task B. The network is a perceptron $f(x; \theta)$ with one output a class. All its
//: weights are one vector $\theta$, and learning a task is making its mean cross-entropy small:
//:
//: $$ L(\theta) = -\frac{1}{n} \sum_{i=1}^{n} \log p(y_i \mid x_i; \theta) $$
//:
//: @code(CLCore/Learning/Learner.swift, crossEntropy)
lesson.step("two-tasks")
let images = Book.images(lesson)
let scale = Book.Scale(lesson.profile)
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
//: > left after 20 steps on B? Many people say half.
lesson.step("forgetting")
let looks = [0, 1, 2, 4, 6, 8, 10, 15, 20, 30, 50, 75, 100, 150, 200, 500, 1000, 2000]
let twoTasks = lesson.seeds(5, "A, then B") { seed, progress in
  let learner = Learner(network, Adam(), for: pair, seed: seed)
  var run = try Run(FineTuning(), learner, on: pair, scale.training, seed: seed)
  var steps: [Double] = []
  var onA: [Double] = []
  var onB: [Double] = []
  while let event = try run.advance() {
    progress(run.stepsMade, of: 2 * scale.steps)
    guard let sinceSwitch = event.steps, looks.contains(sinceSwitch) else { continue }
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
    title: "Task A is lost within twenty steps of task B",
    alt: """
      Accuracy on task A rises to about 0.85 while A is trained, then falls almost vertically to zero \
      when training on B begins, while accuracy on B rises.
      """,
    caption: "Accuracy on the test images of both tasks. \(Book.bands(twoTasks.count)).",
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
let twentyLater = steps.firstIndex { $0 >= 20 } ?? steps.count - 1
lesson.expect(
  "Twenty steps of B leave less than a tenth of what was known of A",
  found: "\(onA.mean[atSwitch].percent) before, \(onA.mean[twentyLater].percent) after",
  onA.mean[twentyLater] < 0.1 * onA.mean[atSwitch])
lesson.expect(
  "A is lost before B is learnt",
  found: "after twenty steps B stands at \(onB.mean[twentyLater].percent) of "
    + "\(onB.mean[steps.count - 1].percent)",
  onB.mean[twentyLater] < 0.95 * onB.mean[steps.count - 1])

//: Forgetting is not wear. It is the first thing that happens, and it is over before the new task is
//: half learnt.

//: ## 1.3 What is asked at test time
//: How much is lost depends on what the learner is asked. The same images can be put to it in three
//: ways (van de Ven & Tolias 2019):
//:
//: - *task-incremental*: it is told which task an image comes from, and chooses among that task's
//:   classes;
//: - *domain-incremental*: it is not told, and answers what all tasks have in common, for instance
//:   "first or second kind";
//: - *class-incremental*: it is not told, and must name the class among all it has met.
//:
//: In this library a scenario is no more than a range of active outputs:
//:
//: @code(CLCore/Learning/Learner.swift, active)
lesson.step("scenarios")
let five = lesson.attempt { try Book.split(images, .class, scale) }
lesson.figure(
  "scenarios",
  .imageSheet(
    title: "One stream of images, three questions",
    alt: """
      One image of each of the ten classes, two a task. Below each image stand the right answers: in \
      the task-incremental scenario the first or second class of a named task, in the domain-incremental \
      one first or second, in the class-incremental one the number of the class from 0 to 9.
      """,
    caption: "The answer that counts as right is written under each image.",
    Book.scenarioSheet(five)))

//: Real streams seldom say when one task ends. In the *task-free* stream tasks blend into each other
//: and no boundary is ever told. A method that cannot do without one is told of a boundary every
//: fixed number of steps, and every table that uses it says so.
lesson.step("task-free")
let blurred = TaskFree(five, iterationsPerTask: 100, window: 60, seed: 1)
let shares = (0..<blurred.iterations).map { blurred.shares(at: $0) }
lesson.figure(
  "task-free",
  .curves(
    title: "Without boundaries, tasks fade into each other",
    alt: "Five curves, one a task: each rises from 0 to 1 and falls again as the next one rises.",
    caption: "Share of each task among the samples of a step.",
    x: Axis("training steps"), y: Axis("share of the batch", range: 0...1),
    five.indices.map { t in
      Line(
        x: shares.indices.map(Double.init), y: shares.map { $0[t] },
        style: SeriesStyle.distinct[t])
    }))

//: ## 1.4 The accuracy matrix
//: To judge a learner on a stream, test it on every task after every task. $R_{i,j}$ is the accuracy
//: on task j after training on task i; row 0 is the untrained network. Three numbers sum it up
//: (Lopez-Paz & Ranzato 2017), for T tasks:
//:
//: $$ \text{ACC} = \frac{1}{T} \sum_{j=1}^{T} R_{T,j} $$
//: $$ \text{BWT} = \frac{1}{T-1} \sum_{j=1}^{T-1} \left( R_{T,j} - R_{j,j} \right) $$
//: $$ \text{FWT} = \frac{1}{T-1} \sum_{j=2}^{T} \left( R_{j-1,j} - R_{0,j} \right) $$
//:
//: ACC is what remains at the end. BWT, backward transfer, is how later tasks changed earlier ones:
//: negative is forgetting. FWT, forward transfer, is how much earlier tasks help before a task is
//: trained at all.
//:
//: > predict: The next matrix is for five tasks of two classes, domain-incremental. Where is it
//: > bright: along the diagonal, in the last row, or in the first column?
lesson.step("matrix")
let domain = lesson.seeds(5, "fine-tuning on five tasks") { seed, progress in
  let stream = try Book.split(images, .domain, scale, seed: seed)
  return try Book.learn(FineTuning(), stream, scale, seed: seed, progress).matrix
}
lesson.figure(
  "matrix",
  .matrix(
    title: "Bright on the diagonal, dim in the last row: each task is learnt, then lost",
    alt: """
      Matrix of accuracies of five tasks after each of five stages of training, domain-incremental. The \
      diagonal is above 0.9; entries left of it fall to about 0.4, entries right of it are near 0.5.
      """,
    caption: "R for fine-tuning, mean of \(domain.count) seeds, domain-incremental.",
    AccuracyMatrix.mean(domain)))
lesson.table(
  "Fine-tuning, domain-incremental", columns: ["", "mean", "95 % interval"],
  rows: [
    ["ACC", Interval(domain.map(\.averageAccuracy))],
    ["BWT", Interval(domain.map(\.backwardTransfer))],
    ["FWT", Interval(domain.map(\.forwardTransfer))],
  ])

//: ## 1.5 Below and above: the bounds
//: A method is only as good as its place between two bounds. *Fine-tuning*, what we did so far, is
//: the lower one. *Joint training* keeps the data of all tasks and at each task trains a new network
//: on everything: the upper one. Two more show what is given up in between: *frozen features* trains
//: only the head after the first task, and *separate networks* gives every task a network of its own,
//: which forgets nothing, shares nothing, and must be told the task.
//:
//: @code(CLCore/Strategies/Baselines/Joint.swift, phase)
//:
//: > predict: In which scenario is fine-tuning worst, and is it worse than guessing?
lesson.step("bounds")
let methods: [any Strategy] = [FineTuning(), FrozenFeatures(), SeparateNetworks(), Joint()]
let contests = Scenario.allCases.flatMap { scenario in
  methods.filter { !$0.needsTaskIdentity || scenario == .task }.map { (scenario, $0) }
}
let results = lesson.seeds(5, "four methods, three scenarios") { seed, progress in
  try contests.enumerated().map { number, contest in
    let stream = try Book.split(images, contest.0, scale, seed: seed)
    return try Book.learn(contest.1, stream, scale, seed: seed, progress.part(number, of: contests.count))
  }
}
>>>>>>> b2fd601 (wip2)
