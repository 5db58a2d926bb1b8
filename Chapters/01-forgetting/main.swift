//: # Chapter 1 · Catastrophic forgetting
//:
//: A network that learns one thing after another keeps the last and loses the rest; McCloskey and
//: Cohen (1989) called it catastrophic interference. This chapter shows it on images of clothes,
//: measures it, and finds the place in weight space where it happens. By the end you can tell the
//: scenarios of continual learning apart, read an accuracy matrix, and put a lower and an upper bound
//: on any method.
//:
//: *Continual learning* is learning from a stream of tasks, each met once and in order, and being
//: judged on all of them. Three neighbours are easily taken for it:
//:
//: - *Transfer learning* uses an old task to learn a new one, and never looks back at the old.
//: - *Multi-task learning* has the data of all tasks at once; order plays no part.
//: - *Online learning* sees each sample once, as a rule from one source that does not change.
//:
//: Each cell shows its code before it runs. Claims about the results are checked, and printed under
//: them with ✓ or ✗. The figures are drawn by functions in the folder `Figures` beside this file; what
//: several chapters need stands in `Chapters/Book`.
import Book
import CLCore
import Lessons

let lesson = Lesson()

//: ## 1.1 Two tasks, one network
//: The images are Fashion-MNIST (Xiao, Rasul & Vollgraf 2017): ten kinds of clothes in 28 × 28 grey
//: pixels. The first five kinds are task A, the other five are task B.
//:
//: The network is a multilayer perceptron $f(x; \theta)$. It gives an image $x$ one score a class, and
//: softmax makes of the scores a probability $p(y \mid x; \theta)$ for each class $y$. All weights
//: together are one vector $\theta$. To learn a task is to make the mean cross-entropy over its $n$
//: training images $x_i$, with their classes $y_i$, small:
//:
//: $$ L(\theta) = -\frac{1}{n} \sum_{i=1}^{n} \log p(y_i \mid x_i; \theta) $$
//:
//: @code(CLCore/Learning/Learner.swift, crossEntropy)
lesson.step("two-tasks")
let scale = Scale(lesson.profile)
let images = lesson.images()
let pair = lesson.attempt {
  try TaskStream.split(
    images, tasks: 2, scenario: .class, testPerTask: scale.tested)
}
lesson.say("Task A: \(pair[0].name).")
lesson.say("Task B: \(pair[1].name).")
let weights = scale.learner(pair, 1).theta.count
lesson.say("The network has \(weights) weights.")

//: ## 1.2 A, then B
//: Train on A. Then train on B, with the same network and the same optimiser, and look at the
//: accuracy on both tasks every few steps. Nothing tells the second task to spare what the first one
//: learnt.
//:
//: > predict: After A is learnt, the network is right on most of A's test images. How much of that is
//: > left after 30 steps on B: nearly all, half, nothing?
//: > hint: In every batch of B the right answer is one of B's five classes. What does that teach the
//: > outputs of the other five?
//: > slide: Train on A, then on B: the same network, the same optimiser. Nothing tells B to spare what A
//: > needs.
lesson.step("forgetting")
let looks = [
  0, 1, 2, 4, 6, 8, 10, 15, 20, 25, 30, 50, 75, 100, 150,
  500, 1000, 2000,
]
let twoTasks = lesson.seeds(5, "A, then B") { seed, progress in
  var run = try scale.run(FineTuning(), pair, seed)
  var seen = TwoTasks()
  while let event = try run.advance() {
    progress(run.stepsMade, of: 2 * scale.steps)
    guard let made = event.stepsOfTask, looks.contains(made) else {
      continue
    }
    seen.steps.append(Double(run.stepsMade - scale.steps))
    seen.onA.append(run.accuracy(on: pair[0]))
    seen.onB.append(run.accuracy(on: pair[1]))
  }
  return seen
}
let steps = twoTasks[0].steps
let onA = Band(twoTasks.map(\.onA))
let onB = Band(twoTasks.map(\.onB))
lesson.animation(
  "forgetting", forgettingAnimation(steps, onA, onB, scale))

// #hide
let learntA = onA.mean[steps.lastIndex(of: 0) ?? 0]
let learntB = onB.mean[steps.count - 1]
let soon = steps.firstIndex { $0 >= 30 } ?? steps.count - 1
lesson.expect(
  "Thirty steps of B leave less than a tenth of what was known of A",
  found: "\(learntA.percent) before, \(onA.mean[soon].percent) after",
  onA.mean[soon] < 0.1 * learntA)
lesson.expect(
  "A is lost before B is learnt",
  found: "then B is at \(onB.mean[soon].percent), in the end at "
    + learntB.percent,
  onB.mean[soon] < 0.95 * learntB)

//: Forgetting is not wear. It is the first thing that happens, and it is over before the new task is
//: learnt.

//: ## 1.3 What is asked at test time
//: How much is lost depends on what the learner is asked. The same images can be put to it in three
//: ways (van de Ven, Tuytelaars & Tolias 2022):
//:
//: - *task-incremental*: it is told which task an image comes from, and chooses among that task's
//:   classes;
//: - *domain-incremental*: it is not told, and answers what all tasks have in common, here "the first
//:   kind" or "the second kind" of a task;
//: - *class-incremental*: it is not told, and must name the class among all that it has met.
//:
//: In these three the learner knows while it trains where one task ends and the next begins. Real
//: streams seldom say so. In a *task-free* stream (Aljundi, Kelchtermans & Tuytelaars 2019) the tasks
//: blend, and no boundary is told.
//:
//: In this library a scenario is a range of active outputs and nothing more:
//:
//: @code(CLCore/Learning/Learner.swift, active)
//: > slide: **Task-incremental**: told the task, choose among its classes.
//: >
//: > **Domain-incremental**: not told, answer what all tasks have in common.
//: >
//: > **Class-incremental**: not told, name the class among all that were met.
lesson.step("scenarios")
let five = lesson.attempt { try fiveTasks(images, .class, scale) }
lesson.figure("scenarios", scenariosFigure(five))

//: > quiz: A program must name the animal in a photograph. Each month ten kinds are added, and nobody says
//: > from which month a photograph is. Which scenario is it?
//: > - [ ] Task-incremental => It would be told the month, and choose among ten kinds.
//: > - [ ] Domain-incremental => Then the answers would be the same in every month, for instance "wild" or
//: >   "tame". Here each month brings answers of its own.
//: > - [x] Class-incremental => Whatever the month, it must choose among all kinds that it has met.

//: ## 1.4 Without boundaries
//: A method that cannot do without boundaries is told of one every fixed number of steps, and every
//: table that uses it says so. Fine-tuning, which is what we did so far, has no use for them.
//:
//: > predict: At each moment of a blended stream the next task is already there and the last one is
//: > not yet gone. Does that keep the network from forgetting?
lesson.step("task-free")
let window = scale.steps * 3 / 5
let blended = TaskFree(
  five, iterationsPerTask: scale.steps, window: window, seed: 1)
let shares = (0..<blended.iterations).map { blended.shares(at: $0) }
lesson.figure("task-free", blendFigure(shares))

let blurred = lesson.seeds(5, "a blended stream") { seed, progress in
  let tasks = try fiveTasks(images, .class, scale, seed: seed)
  let stream = try TaskFree(
    tasks, iterationsPerTask: scale.steps, window: window, seed: seed
  ).pseudoTasks(batchSize: scale.training.batchSize)
  return try learn(FineTuning(), stream, scale, seed: seed, progress)
}

// #hide
let right = Statistics(blurred.compactMap(\.matrix.averageAccuracy))
lesson.expect(
  "Blended, class-incremental: in the end less than 0.4 of all answers "
    + "are right", found: right.text, right.mean < 0.4)

//: A soft boundary helps little: what counts is what the network has seen last, and by then the first
//: tasks have long been gone.

//: ## 1.5 The accuracy matrix
//: To judge a learner on a stream of $T$ tasks, test it on every task after every task. $R_{i,j}$ is
//: the accuracy on task $j$ after training on task $i$; row 0 is the untrained network.
//:
//: > predict: The next matrix is for five tasks of two classes, domain-incremental. Where is it
//: > bright: along the diagonal, in the last row, or in the first column?
lesson.step("matrix")
let domain = lesson.seeds(5, "five tasks") { seed, progress in
  let stream = try fiveTasks(images, .domain, scale, seed: seed)
  return try learn(FineTuning(), stream, scale, seed: seed, progress)
}
let r = meanMatrix(domain.map(\.matrix))
lesson.figure("matrix", matrixFigure(r, seeds: domain.count))

//: Along the diagonal: a task is known when it has just been trained. Below the diagonal it fades;
//: one half would be guessing. Above the diagonal it has not been met yet.

//: ## 1.6 Three numbers
//: Three numbers sum the matrix up (Lopez-Paz & Ranzato 2017). ACC is what remains at the end, the
//: mean of the last row. BWT, *backward transfer*, is what later tasks did to earlier ones: the last
//: row less the diagonal, and negative where tasks are forgotten. FWT, *forward transfer*, is how far
//: the tasks before help with one that is not trained yet: what stands just above the diagonal less
//: row 0.
//:
//: $$ \text{ACC} = \frac{1}{T} \sum_{j=1}^{T} R_{T,j} $$
//: $$ \text{BWT} = \frac{1}{T-1} \sum_{j=1}^{T-1} \left( R_{T,j} - R_{j,j} \right) $$
//: $$ \text{FWT} = \frac{1}{T-1} \sum_{j=2}^{T} \left( R_{j-1,j} - R_{0,j} \right) $$
//:
//: > predict: Take the numbers from the figure and work out ACC and BWT before the program does.
lesson.step("three-numbers")
let last = r[5]
let diagonal = (1...5).map { j in r[j][j - 1] }
let before = (1...5).map { j in r[j - 1][j - 1] }

lesson.say("ACC = " + worked(last))
lesson.say(
  "BWT = " + worked(last.dropLast(), minus: diagonal.dropLast()))
lesson.say(
  "FWT = " + worked(before.dropFirst(), minus: r[0].dropFirst()))

let measured = Outcome(.domain, FineTuning(), domain)
lesson.table(
  "Fine-tuning, five tasks, domain-incremental",
  columns: ["ACC", "BWT", "FWT"],
  rows: [[measured.acc, measured.bwt, measured.fwt].map(\.shown)],
  note: seedsNote(domain.count))

//: The table has the same three numbers with the spread over seeds. An interval that holds 0 says that
//: these seeds cannot tell on which side of 0 a measure lies.
//:
//: > quiz: Two methods end with the same row of accuracies. One has a BWT of 0, the other of −0.3. What do
//: > they differ in?
//: > - [ ] The first knows more in the end => The last row is the same, and so is ACC.
//: > - [x] The second had, on average, learnt the tasks before the last one better when each was trained =>
//: >   BWT is the mean over these tasks of the last row less the diagonal. With the same last row, a lower
//: >   BWT means a diagonal that is higher on average: more was learnt, and lost.
//: > - [ ] The first helps later tasks more => That is forward transfer. BWT does not speak of it.

//: ## 1.7 Below and above
//: A method is as good as its place between two bounds. *Fine-tuning* is the lower one: train on each
//: task in turn and do nothing else. *Joint training* is the upper one: keep the data of all tasks and
//: at each task train a new network on everything. Two more show what can be given up instead.
//: *Frozen features* trains only the head after the first task. *Separate networks* gives each task a
//: network of its own: nothing is forgotten, nothing is shared, and the task must be told.
//:
//: @code(CLCore/Strategies/Baselines/SeparateNetworks.swift, scores)
//:
//: > predict: Guessing is right half of the time in the first two scenarios and one time in ten in the
//: > third. In which is fine-tuning closest to joint training, and in which is it furthest away?
//: > hint: From which outputs may an answer come in each scenario, and which of them did the last task
//: > teach?
lesson.step("bounds")
let methods: [any Strategy] = [
  FineTuning(), FrozenFeatures(), SeparateNetworks(), Joint(),
]
let contests = Scenario.allCases.flatMap { scenario in
  methods.filter { !$0.needsTaskIdentity || scenario == .task }
    .map { Contest(scenario: scenario, method: $0) }
}
let runs = lesson.seeds(5, of: contests, "four methods") {
  contest, seed, progress in
  let stream = try fiveTasks(
    images, contest.scenario, scale, seed: seed)
  return try learn(contest.method, stream, scale, seed: seed, progress)
}
let outcomes = zip(contests, runs).map { Outcome($0, $1) }
let seeds = runs[0].count

lesson.table(
  "The bounds on five tasks",
  columns: ["scenario", "method", "ACC", "BWT", "FWT"],
  rows: outcomes.map {
    [$0.scenario, $0.name] + [$0.acc, $0.bwt, $0.fwt].map(\.shown)
  }, note: "\(seedsNote(seeds)). \(scale.words)")
lesson.figure("bounds", boundsFigure(outcomes, scale, seeds: seeds))

// #hide
if let lower = outcomes.of(.class)["fine-tuning"],
  let upper = outcomes.of(.class)["joint"],
  let separate = outcomes.of(.task)["separate networks"]
{
  lesson.expect(
    "Class-incremental fine-tuning forgets: BWT is below −0.7",
    found: "BWT \(lower.bwt.text)", lower.bwt.mean < -0.7)
  lesson.expect(
    "Class-incremental joint training keeps ACC above 0.80",
    found: "ACC \(upper.acc.text)", upper.acc.mean > 0.8)
  lesson.expect(
    "Separate networks forget nothing: BWT is exactly 0",
    found: "BWT \(separate.bwt.text)",
    separate.runs.allSatisfy { $0.matrix.backwardTransfer == 0 })
}

//: Told the task, fine-tuning comes closest to joint training: the outputs of other tasks do not compete.
//: Asked for the class, it is furthest away and ends at one fifth: the last two classes of ten are
//: right, the other eight are gone.

//: ## 1.8 What the bounds cost
//: At task $t$ joint training goes through $t$ tasks again, for as many steps as they took the first
//: time. Five tasks cost 1 + 2 + 3 + 4 + 5 = 15 times the steps of one, and every image must be kept.
//: Separate networks take no more steps than fine-tuning, but a whole network a task.
lesson.step("costs")
lesson.table(
  "What the bounds cost, task-incremental",
  columns: ["method", "training steps", "weights kept", "samples kept"],
  rows: outcomes.of(.task).map {
    [$0.name]
      + [$0.steps, $0.costs.weights, $0.costs.samples].map(String.init)
  }, note: "Weights kept count the network in use and the copies")
lesson.figure("price", priceFigure(outcomes.of(.class), seeds: seeds))

// #hide
if let cheap = outcomes.of(.class)["fine-tuning"]?.steps,
  let dear = outcomes.of(.class)["joint"]?.steps
{
  lesson.expect(
    "Over five tasks joint training takes three times the steps",
    found: "\(dear) against \(cheap)", dear == 3 * cheap)
}

//: The gap grows with the number of tasks: over $T$ tasks the factor is $(T+1)/2$, fifty for a stream
//: of a hundred. A learner that need not start again is worth looking for.

//: ## 1.9 Why: two valleys
//: Return to tasks A and B. Let $\theta^*_A$ be the weights after A and $\theta^*_B$ those after B.
//: Walk from one to the other on the straight line
//: $\theta(\alpha) = (1 - \alpha)\, \theta^*_A + \alpha\, \theta^*_B$, and a little beyond both ends,
//: and read the loss of both tasks.
//:
//: > predict: Is there a point on the way that is good for both?
lesson.step("line")
let alphas = grid(-0.25, 1.25, 31)
let probes = lesson.profile.pick(smoke: 50, quick: 300, full: 1000)
let walks = lesson.seeds(5, "from θ*A to θ*B") { seed, progress in
  var run = try scale.run(FineTuning(), pair, seed)
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
lesson.figure("line", lineFigure(alphas, lossA, lossB))

// #hide
let worse = zip(lossA.mean, lossB.mean).map { max($0, $1) }
let best = worse.min() ?? 0
let ends = max(lossA.mean.min() ?? 0, lossB.mean.min() ?? 0)
lesson.expect(
  "At the best point of the line, the worse of the two losses is over "
    + "twice what either task reaches on it",
  found: "\(best.decimals) against \(ends.decimals)", best > 2 * ends)

//: The line leaves the valley of A well before it comes to that of B. That shows that one way is bad.
//: It does not show that all ways are.

//: ## 1.10 Where the valleys meet
//: Take a third point: start at $\theta^*_A$ again, train on A and B mixed for as many steps as on B
//: alone, and call the end $\theta^*_{AB}$. Three points span a plane, and the loss of each task over
//: it can be drawn like a map.
lesson.step("plane")
let map = lesson.work("a map of the loss") { progress in
  try LossMap(pair, scale, seed: 1, probes: probes, progress)
}
lesson.figure("plane", map.figure)

// #hide
lesson.expect(
  "At θ*AB the worse of the two losses is less than a fifth of what it "
    + "is at θ*A and at θ*B",
  found: map.words, 5 * map.worse[2] < min(map.worse[0], map.worse[1]))
lesson.expect(
  "The way from θ*A to θ*AB is at most a quarter longer than to θ*B",
  found: "\(map.wayToMeeting.decimals) of it", map.wayToMeeting < 1.25)

//: Both tasks can be solved at once, and the way from $\theta^*_A$ to there is about as long as the way
//: to $\theta^*_B$. But nothing in the loss of B speaks of A. The methods of the later chapters are ways
//: to bring A back in: guard weights, remember gradients or examples, or take new weights.

//: ## 1.11 The dilemma
//: Forgetting can be stopped at once: learn slowly. A learner that never moves forgets nothing and
//: learns nothing. Between *stability* and *plasticity* every method takes a place (Grossberg 1982),
//: and a single knob, the learning rate for B, shows the trade.
//:
//: > predict: Is there a rate that keeps most of A and learns most of B?
lesson.step("dilemma")
let rates = lesson.profile.pick(
  smoke: [1e-5, 1e-3],
  quick: [1e-5, 5e-5, 7e-5, 1e-4, 1.4e-4, 2e-4, 1e-3],
  full: [1e-6, 4e-6, 6e-6, 1e-5, 2e-5, 1e-4, 1e-3])
let trades = lesson.seeds(5, "learning rates for B") { seed, progress in
  var first = try scale.run(FineTuning(), pair, seed)
  try first.learnTask()
  return try rates.enumerated().map { number, rate in
    var run = first
    run.learner.optimizer = Adam(rate: rate)
    try run.learnTask()
    progress(number + 1, of: rates.count)
    return Trade(
      a: run.accuracy(on: pair[0]), b: run.accuracy(on: pair[1]))
  }
}
let keptA = Band(trades.map { $0.map(\.a) })
let gainedB = Band(trades.map { $0.map(\.b) })
lesson.figure("dilemma", dilemmaFigure(rates, a: keptA, b: gainedB))

// #hide
let ofBoth = zip(keptA.mean, gainedB.mean).map { a, b in
  min(a / learntA, b / learntB)
}
let most = ofBoth.max() ?? 0
lesson.expect(
  "No rate keeps three quarters of A and learns three quarters of B",
  found: "the best of \(rates.count) rates has \(most.percent) of both",
  most < 0.75)

//: The curve does not come near the corner. It even starts straight down: there are rates at which
//: A is already being lost and nothing of B is yet right.

//: ## 1.12 The class-incremental collapse
//: Back to five tasks and ten classes. A *confusion matrix* counts, for the images of each true class,
//: what the network took them for.
//:
//: > predict: What does a network answer that has forgotten eight classes of ten: anything, the
//: > nearest class, or one of the last two?
lesson.step("collapse")
let report = lesson.work("fine-tuning, seed 1") { progress in
  let stream = try fiveTasks(images, .class, scale, seed: 1)
  var run = try scale.run(FineTuning(), stream, 1)
  try run.finish(progress)
  return run.report()
}
lesson.figure("collapse", collapseFigure(report))
lesson.say("\(report)")

// #hide
let ofLast = report.confusion.map { $0.suffix(2).reduce(0, +) }
let share = Double(ofLast.reduce(0, +)) / Double(report.count)
lesson.expect(
  "At least 95 % of all answers are one of the last two classes",
  found: share.percent, share >= 0.95)

//: The report says in numbers what the matrix shows. *Recall*, the share of a class that is found, is
//: zero for eight classes. *Precision*, the share of an answer that is right, is low for the two that
//: are left. An accuracy of 0.2 hides that it is all of two classes and none of eight.

//: ## 1.13 What to remember
//: Gradient descent on a new task leaves the region of weight space that solves the old one, within a
//: few steps, although a region that solves both lies about as near. How bad that looks depends on
//: the question: with the task told it is mild, without it nearly everything is lost.
//:
//: **Try it.** Which of the figures change their message?
//:
//: - Replace `Adam()` by `SGD(rate: 0.1)` in `Chapters/Book/Experiments.swift`.
//: - Give the network one hidden layer of 2000 in `Chapters/Book/Scale.swift`.
//: - Deal the classes out in another way: add `seed: 7` to the call of `TaskStream.split` in 1.1.
//:
//: **Further reading.**
//:
//: - R. Aljundi, K. Kelchtermans and T. Tuytelaars, "Task-free continual learning", CVPR 2019.
//: - R. M. French, "Catastrophic forgetting in connectionist networks", *Trends in Cognitive Sciences*
//:   3(4), 1999.
//: - S. Grossberg, *Studies of Mind and Brain*, Reidel, 1982.
//: - D. Lopez-Paz and M. Ranzato, "Gradient episodic memory for continual learning", NIPS 2017.
//: - M. McCloskey and N. J. Cohen, "Catastrophic interference in connectionist networks: the sequential
//:   learning problem", *Psychology of Learning and Motivation* 24, 1989.
//: - S. I. Mirzadeh, M. Farajtabar, D. Gorur, R. Pascanu and H. Ghasemzadeh, "Linear mode connectivity
//:   in multitask and continual learning", ICLR 2021.
//: - G. M. van de Ven, T. Tuytelaars and A. S. Tolias, "Three types of incremental learning", *Nature
//:   Machine Intelligence* 4, 2022.
//: - H. Xiao, K. Rasul and R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine
//:   learning algorithms", arXiv:1708.07747, 2017.
lesson.finish()
