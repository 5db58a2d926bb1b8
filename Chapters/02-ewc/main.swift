//: # Chapter 2 · Elastic weight consolidation
//:
//: Chapter 1 ended with two valleys that meet, and a gradient that walks past the meeting point because
//: nothing in the loss of the new task speaks of the old one. Elastic weight consolidation (EWC;
//: Kirkpatrick et al. 2017) writes the old task into the loss, as one number for each weight: how much
//: the old task minds when that weight moves. By the end you can derive that number from Bayes' rule,
//: read it as a picture, choose its strength, say where it cannot help, and recognise nine ways in
//: which it is got wrong.
import Book
import CLCore
import Foundation
import Lessons

let lesson = Lesson()
let scale = Scale(lesson.profile)

//: ## 2.1 From Bayes' rule to a well
//: When task B begins, the images of task A are gone. What is left of them is what they have said about
//: the weights $\theta$. Bayes' rule says how to go on from there:
//:
//: $$ \log p(\theta \mid A, B) = \log p(B \mid \theta) + \log p(\theta \mid A) - \log p(B \mid A) $$
//:
//: The first term is the loss of B, but for its sign and a factor. The last does not depend on $\theta$.
//: All that A has to say is in the middle: the posterior after A is the prior for B. To remember A is to
//: keep $\log p(\theta \mid A)$ as a function of $\theta$.
//:
//: For a network no formula gives that function. Laplace's approximation (MacKay 1992) replaces it by a
//: parabola at its highest point $\theta^*_A$. That is where training on A ended, if no weights were
//: preferred before. The slope is zero there, so that the curvature comes first:
//:
//: $$ -\log p(\theta \mid A) \approx \text{const} + \frac{N_A}{2} (\theta - \theta^*_A)^\top F \, (\theta - \theta^*_A) $$
//:
//: $N_A$ is the number of images of A, and $F$ the Fisher information, the mean curvature of
//: $-\log p(y \mid x; \theta)$ over its images. For $P$ weights $F$ has $P^2$ numbers; EWC keeps the $P$
//: on its diagonal.
//:
//: To see all this at once, take a model with two weights, $p(y = 1 \mid x; \theta) = \sigma(\theta_1 x_1 +
//: \theta_2 x_2)$ with $\sigma(z) = 1/(1 + e^{-z})$. It stands in `TwoWeights.swift` beside this file.
//:
//: > predict: The valley of A in the next figure lies a little askew. What of it is left when each
//: > weight has one number of its own and none that joins it to the other?
lesson.step("wells")
let a = TwoWeights(optimum: [1.4, 1.2], angle: 15, seed: 1)
let b = TwoWeights(optimum: [-1.2, 0.6], angle: 47, seed: 2)
let f = a.fisher(at: a.optimum)
lesson.figure("wells", wellsFigure(a))

//: The well has the steepness of the valley near $\theta^*_A$ and knows nothing of what lies far away:
//: the wall on the left is steeper than the parabola. With the diagonal alone the well stands upright.
//: It still tells the steep direction from the flat one, because the valley is only a little askew.

//: ## 2.2 What the well does
//: Divide by the number $N_B$ of images of B, so that the first term becomes the mean loss of B. In front
//: of the well there is now $N_A / N_B$; leave it open as a strength $\lambda$, and this is EWC:
//:
//: $$ L(\theta) = L_B(\theta) + \sum_i \frac{\lambda}{2} F_i \left( \theta_i - \theta^*_{A,i} \right)^2 $$
//:
//: In this library a `Quadratic` is $\frac{1}{2} \sum_i a_i (\theta_i - c_i)^2$. EWC makes one when a
//: task has been learnt, with $a = \lambda F$ and $c = \theta^*$; the training step adds its slope
//: $a (\theta - c)$ to that of the loss:
//:
//: @code(CLCore/Strategies/Regularization/EWC.swift, didLearn)
//:
//: With $F = 1$ for all weights it is L2, the obvious thing to try first. For every strength $\lambda$
//: there is a place where training on B comes to rest: at $\theta^*_A$ for a strong hold, at
//: $\theta^*_B$ for none. The next figure draws these places, from strong to weak.
//:
//: > predict: Both ways lead from $\theta^*_A$ to $\theta^*_B$. Which of them passes a place that is good
//: > for both tasks?
lesson.step("pull")
func rests(_ well: Matrix2) -> [SIMD2<Double>] {
  grid(4, -5, 181).reduce(into: [a.optimum]) { places, exponent in
    let held = well.scaled(by: pow(10, exponent))
    let start = places[places.count - 1]
    places.append(b.minimum(with: held, around: a.optimum, from: start))
  }
}
let ewcRests = rests(f.diagonal)
let l2Rests = rests(Matrix2(xx: 1, xy: 0, yy: 1))
let descent = b.descent(from: a.optimum, steps: 2000)
lesson.figure("pull", pullFigure(a, b, descent, l2Rests, ewcRests))

// #hide
let losses = [descent, l2Rests, ewcRests].map { places in
  places.map { max(a.rise(at: $0), b.rise(at: $0)) }.min() ?? 0
}
lesson.expect(
  "At its best strength EWC leaves less than two thirds of the loss that "
    + "L2 leaves at its own, counting the worse task",
  found: "fine-tuning \(losses[0].decimals), L2 \(losses[1].decimals), "
    + "EWC \(losses[2].decimals)",
  losses[2] < 0.667 * losses[1])

//: L2 gives way in all directions alike, so it leaves A by the shortest way, over the wall. EWC gives
//: way where A does not mind, and arrives in the valley of B while it is still in that of A.
//:
//: > quiz: For one weight $F_i = 0$. What does EWC make of it while B is learnt?
//: > - [ ] It stays at $\theta^*_{A,i}$ => Only a well with walls holds it there, and this one is flat.
//: > - [x] It goes where the loss of B takes it => $\frac{\lambda}{2} F_i (\theta_i - \theta^*_{A,i})^2$ is zero
//: >   wherever it goes.
//: > - [ ] It is drawn to zero => That would be weight decay. A well of EWC lies about $\theta^*_A$.

//: ## 2.3 The curvature of a network
//: For a classifier each number on the diagonal is a mean of squared slopes, over the images and over the
//: labels that the network itself expects:
//:
//: $$ F_i = \frac{1}{N} \sum_{n=1}^{N} \sum_{y} p(y \mid x_n; \theta^*) \left( \frac{\partial \log p(y \mid x_n; \theta^*)}{\partial \theta_i} \right)^2 $$
//:
//: Why is a squared slope a curvature? The probabilities of all labels add up to 1, whatever $\theta$ is.
//: Differentiate $\sum_y p = 1$ twice, and what comes out is that the mean of
//: $-\partial^2 \log p / \partial \theta_i^2$ is the mean of $(\partial \log p / \partial \theta_i)^2$, if
//: labels are drawn from $p$ itself. So $F$ needs first derivatives only and is never negative.
//:
//: That can be tested on a network. Train on the first of five tasks, move one weight by $\delta$ to both
//: sides, and compare the mean rise of the loss with $\frac{1}{2} F_i \delta^2$. (The mean of both sides,
//: because training ends before the slope is quite zero.)
//:
//: > predict: The network has more than a hundred thousand weights in the quick profile. Take the one
//: > with the largest $F$ and one that a tenth of all weights exceed. By which factor do they differ?
//: > hint: $F_i$ is the square of a slope, and many pixels are dark in most images. Think in powers of ten.
lesson.step("curvature")
let images = lesson.images()
let five = lesson.attempt { try fiveTasks(images, .task, scale) }
let names = five.map(\.name).joined(separator: "; ")
lesson.say("The tasks: \(names).")
let network = MLP(
  inputs: five.inputSize, hidden: scale.hidden, outputs: five.outputs)
let samples: Int? = lesson.profile.pick(
  smoke: 100, quick: 1000, full: nil)

let learnt = lesson.work("the first task") { _ in
  var run = try scale.run(FineTuning(), five, 1)
  try run.learnTask()
  return run.learner
}
let part = learnt.samples(of: five[0], samples ?? 5000)
let fisher = learnt.fisher(.exact, of: part, task: 0)
let importance = Importance(fisher, of: network)
let moved = [1, fisher.count / 100, fisher.count / 10].map { rank in
  OneWeight(rank: rank, of: importance, learnt, part)
}
lesson.figure("curvature", curvatureFigure(moved))
for weight in moved {
  lesson.say("rank \(weight.rank): F = \(weight.fisher.scientific)")
}

// #hide
let ofHead = importance.ranking.indices.filter {
  network.head.weight.range.contains(importance.ranking[$0])
}
let errors = ofHead.prefix(20).map { place in
  OneWeight(rank: place + 1, of: importance, learnt, part).error(at: 0.02)
}
lesson.expect(
  "For the twenty weights of the head with the largest F, the curvature of "
    + "the loss is F, to 5 %",
  found: "the worst is off by \((errors.max() ?? 1).percent)",
  errors.allSatisfy { $0 < 0.05 })

//: For the head the agreement is no accident. The scores are straight lines in any single weight of it,
//: so that all the curvature is that of softmax, and that is exactly $F_i$. A weight further down also
//: moves the kinks of the rectified units, which first derivatives do not see, and the loss rises by
//: more than foretold. And every parabola is local: moved far, each weight leaves it.

//: ## 2.4 What a task holds on to
//: The weights of the first layer lead from pixels to hidden units. Summed over the hidden units, their
//: Fisher information is a picture: how much the task minds a change at this pixel. Learn five tasks
//: with EWC and look at each task's own $F$: as a picture, sorted by size, and layer by layer.
//:
//: > predict: Is a pixel important where the two kinds of clothes differ, or where there are clothes at
//: > all? What is $F$ at a pixel that is black in every image? And which share of all importance is held
//: > by a tenth of the weights?
lesson.step("pictures")
let fishers = lesson.work("five tasks with EWC") { progress in
  var run = try scale.run(EWC(lambda: 1000, samples: samples), five, 1)
  return try five.map { task in
    try run.learnTask()
    progress(task.index + 1, of: five.count)
    return run.learner.fisher(.exact, of: task, samples: samples)
  }
}
let seen = fishers.map { Importance($0, of: network) }
lesson.figure("pictures", picturesFigure(five, seen))
lesson.figure("tail", tailFigure(seen[0]))
lesson.figure("layers", layersFigure(seen))
lesson.table(
  "How much of the summed Fisher information the first weights hold",
  columns: ["task", "first 1 %", "first 10 %", "sum"],
  rows: zip(five, seen).map { task, importance in
    let held = [0.01, 0.1].map { importance.held(by: $0).percent }
    return ["\(task.index + 1): \(task.name)"] + held
      + [importance.sum.decimals]
  }, note: "Seed 1")

// #hide
let black = zip(five, seen).map { task, importance in
  importance.blackPixels(of: learnt.samples(of: task, samples))
}
lesson.expect(
  "Pixels that are black in all of a task's images, and no others, have F = 0",
  found: "in tasks 1 to 5: "
    + black.map { "\($0.both) of \($0.either)" }.joined(separator: ", "),
  black.allSatisfy { $0.either == $0.both })
let tenths = seen.map { $0.held(by: 0.1) }
lesson.expect(
  "In every task a tenth of the weights holds more than half of the importance",
  found: tenths.map(\.percent).joined(separator: ", "),
  tenths.allSatisfy { $0 > 0.5 })
let heads = seen.map { $0.weightOfHead }
lesson.expect(
  "In every task a weight of the head is on average more important than one "
    + "of the whole network",
  found: heads.map { "\(Int($0.rounded()))" }.joined(separator: ", ")
    + " times as important",
  heads.allSatisfy { $0 > 1 })

//: The slope with respect to a first-layer weight has the pixel's brightness as a factor. So $F$ is large
//: where clothes often are, zero where nothing ever is, and a weight that leads away from a black pixel
//: is free for later tasks. So are most others, nearly: the tail is the room in which the next task is
//: learnt.
//:
//: Look at the last column too. A task of which the network is surer has a smaller $F$ everywhere, and so
//: a smaller say in what may move. Importance is not measured in the same unit from task to task.

//: ## 2.5 Which strength?
//: Now the method itself, task-incremental, domain-incremental and class-incremental as in chapter 1. Its
//: strength $\lambda$ is chosen for each method and each scenario on seed 101, which is not among the seeds
//: that are reported. It would be fairer still to choose it on other tasks than those it is reported on,
//: for a learner that meets its tasks once cannot try again.
lesson.step("choose")
let candidates: [any Strategy] =
  lesson.profile.pick(
    smoke: [1], quick: [0.1, 1, 10], full: [0.01, 0.1, 1, 10]
  ).map { L2(lambda: $0) }
  + lesson.profile.pick(
    smoke: [1e3], quick: [1e2, 1e3, 1e4, 1e5],
    full: [1e2, 1e3, 1e4, 1e5, 1e6, 1e7]
  ).map { EWC(lambda: $0, samples: samples) }
let trials = Scenario.allCases.flatMap { scenario in
  candidates.map { Contest(scenario: scenario, method: $0) }
}
let tried = lesson.sideBySide(trials, "strengths on seed 101") {
  trial, progress in
  let stream = try fiveTasks(images, trial.scenario, scale)
  return try learn(trial.method, stream, scale, seed: 101, progress)
}
let chosen = zip(trials, tried).map { Outcome($0, [$1]) }.best
lesson.table(
  "The strengths chosen",
  columns: ["scenario", "method", "λ", "ACC on seed 101"],
  rows: chosen.map {
    [$0.scenario, $0.name, $0.strength, $0.acc.text]
  })

//: ## 2.6 Five tasks
//: At test time the network is told the task and chooses between its two classes. The bounds are those of
//: chapter 1: fine-tuning below, joint training above.
//:
//: > predict: EWC may look at no image of an old task. How much of the way from fine-tuning to joint
//: > training does it go?
lesson.step("five-tasks")
let contests = Scenario.allCases.flatMap { scenario in
  [Contest(scenario: scenario, method: FineTuning())]
    + chosen.of(scenario).map(\.contest)
    + [Contest(scenario: scenario, method: Joint())]
}
let runs = lesson.seeds(5, of: contests, "four methods") {
  contest, seed, progress in
  let stream = try fiveTasks(images, contest.scenario, scale)
  return try learn(contest.method, stream, scale, seed: seed, progress)
}
let outcomes = zip(contests, runs).map { Outcome($0, $1) }
let told = outcomes.of(.task)
let seeds = runs[0].count
lesson.figure("five-tasks", fiveTasksFigure(told, scale, seeds: seeds))
lesson.table(
  "Five tasks, task-incremental",
  columns: ["method", "ACC", "BWT", "ACC less fine-tuning"],
  rows: told.map {
    let ahead = told.gain(of: $0, over: "fine-tuning")
    return [$0.name, $0.acc.text, $0.bwt.text, ahead]
  }, note: "\(seedsNote(seeds)), differences in pairs. \(scale.words)")

// #hide
if let plain = told["fine-tuning"]?.acc, let ewc = told["EWC"]?.acc,
  let joint = told["joint"]?.acc
{
  lesson.expect(
    "EWC is on average at least 0.03 above fine-tuning",
    found: "\(ewc.text) against \(plain.text)",
    ewc.mean > plain.mean + 0.03)
  lesson.expect(
    "EWC is on average within 0.02 of joint training or above it",
    found: "\(ewc.text) against \(joint.text)",
    ewc.mean > joint.mean - 0.02)
}

//: All seeds meet the same five pairs, and differ in the first weights and in the order of the images.
//: Fine-tuning depends on that luck, as the spread of its lines in the right panel shows; EWC hardly
//: does. Where an interval in the last column holds 0, these seeds cannot tell.

//: ## 2.7 Where it helps and where it cannot
//: The same images, and nothing told at test time: domain-incremental, where all tasks share two outputs,
//: and class-incremental, where ten outputs compete.
//:
//: > predict: In which scenario is EWC closest to fine-tuning?
lesson.step("scenarios")
lesson.figure("scenarios", scenariosFigure(outcomes, seeds: seeds))
lesson.table(
  "ACC in pairs, seed by seed",
  columns: ["EWC less …", "fine-tuning", "L2", "joint"],
  rows: outcomes.filter { $0.name == "EWC" }.map { ewc in
    let met = outcomes.of(ewc.contest.scenario)
    let rivals = ["fine-tuning", "L2", "joint"]
    return [ewc.scenario] + rivals.map { met.gain(of: ewc, over: $0) }
  }, note: seedsNote(seeds))

// #hide
if let ewc = outcomes.of(.domain)["EWC"]?.acc,
  let joint = outcomes.of(.domain)["joint"]?.acc
{
  lesson.expect(
    "Domain-incremental EWC stays at least 0.03 below joint training",
    found: "\(ewc.text) against \(joint.text)",
    ewc.mean < joint.mean - 0.03)
}
if let ewc = outcomes.of(.class)["EWC"]?.acc,
  let joint = outcomes.of(.class)["joint"]?.acc
{
  lesson.expect(
    "Class-incremental EWC stays below 0.3, joint training is above 0.7",
    found: "\(ewc.text) against \(joint.text)",
    ewc.mean < 0.3 && joint.mean > 0.7)
}

//: Domain-incremental, EWC falls short of joint training: all tasks pull at the same two outputs, so that
//: holding on to one has a price for the next. The table says how much is gained on fine-tuning, and
//: whether $F$ gains more than a hold on all weights alike. Look for the 0 in an interval.
//:
//: Class-incremental, EWC stays far below joint training: one fifth is what a network gets that answers
//: with the last task's two classes only. To tell a T-shirt from a shirt, which belong to different
//: tasks, a network must learn how the two compare, and no loss that it ever had asked for that: the loss
//: of the first task compares its own two classes, and each later one says "none of the old" of every
//: image. A well keeps what the old losses asked for. It cannot keep what they never asked.
//:
//: > quiz: Class-incremental, EWC stays at one fifth. What would help?
//: > - [ ] A larger λ => It holds harder what the old losses asked for, and keeps the new classes out.
//: > - [ ] The whole matrix $F$ and not its diagonal => It is the curvature of the same losses, and none of
//: >   them ever compared classes of two tasks.
//: > - [x] Something that compares an old class with a new one => For instance a few old images beside the
//: >   new ones. Chapters 4 and 5 keep some.

//: ## 2.8 How strong?
//: Bayes' rule names a strength. The curvature of A is that of a sum over its $N_A$ images, and the loss
//: of B is a mean over $N_B$, so that $\lambda = N_A / N_B$, which is 1 for tasks of one size. But a parabola
//: knows only the neighbourhood of $\theta^*$, its diagonal knows nothing of directions, and training
//: walks far. So $\lambda$ is swept, over many powers of ten, domain-incremental, where outputs are shared
//: and holding on has a price. (The sweep trains as briefly in the full profile as in the quick one. Long
//: training makes networks surer and $F$ smaller, and that is another question, for 2.10.)
//:
//: A stronger hold meets another wall first. One step of plain gradient descent at the rate $\eta$ on the
//: well alone takes $\theta_i - \theta^*_i$ to
//:
//: $$ (1 - \eta \lambda F_i) \left( \theta_i - \theta^*_i \right) $$
//:
//: and for $\eta \lambda F_i > 2$ that is farther away than before, on the other side: the weight swings
//: ever wider. The steepest of all weights sets the limit, $\eta \lambda \max_i F_i < 2$. Adam divides each
//: step by the usual size of its gradient, so a steep weight takes steps no longer than a flat one.
//:
//: > predict: What does Adam do at a $\lambda$ a million times too strong for gradient descent?
lesson.step("strength")
let brief = Scale(lesson.profile == .smoke ? .smoke : .quick)
let domain = lesson.attempt { try fiveTasks(images, .domain, brief) }
let sgd = lesson.profile.pick(
  smoke: [1, 1e5], quick: [1, 10, 30, 100, 300, 1000],
  full: [1, 3, 10, 30, 100, 200, 300, 500, 1000]
).map { Strength($0, SGD(rate: 0.1), rate: 0.1) }
let adam = lesson.profile.pick(
  smoke: [1, 1e6], quick: [1, 1e2, 1e4, 1e6, 1e8],
  full: [1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
).map { Strength($0, Adam(), rate: 0.001) }
let swept = lesson.seeds(5, of: sgd + adam, "strengths") {
  strength, seed, _ in
  try Trial(strength, samples: 1000, domain, brief, seed: seed)
}
let bySGD = Array(zip(sgd, swept))
let byAdam = Array(zip(adam, swept.dropFirst(sgd.count)))
lesson.figure("strength", strengthFigure(bySGD, byAdam, seeds: seeds))
lesson.figure("limit", limitFigure(bySGD, byAdam))

// #hide
let ofSGD = bySGD.flatMap(\.1)
let under = ofSGD.filter { $0.reach < 1.8 }
let over = ofSGD.filter { $0.reach > 3 }
let ended = under.count { $0.kept != nil }
let brokeOff = over.count { $0.kept == nil }
lesson.expect(
  "With gradient descent every run that stays below ηλ max F = 1.8 ends, "
    + "and every run that comes above 3 breaks off",
  found: "\(ended) of \(under.count) end, "
    + "\(brokeOff) of \(over.count) break off",
  ended == under.count && brokeOff == over.count && brokeOff > 0)
let ofAdam = byAdam.flatMap(\.1)
lesson.expect(
  "With Adam no run breaks off",
  found: "up to ηλ max F = "
    + (ofAdam.map(\.reach).max() ?? 0).scientific,
  ofAdam.allSatisfy { $0.kept != nil })
let kept = byAdam.map { Statistics($0.1.compactMap(\.kept)).mean }
lesson.expect(
  "The strength that Bayes' rule names, λ = 1, is too weak: with Adam the "
    + "best strength keeps at least 0.05 more of the old tasks",
  found: kept.map(\.decimals).joined(separator: ", "),
  (kept.max() ?? 0) > kept[0] + 0.05)
let gained = byAdam.map { Statistics($0.1.compactMap(\.gained)).mean }
lesson.expect(
  "With Adam the strongest hold costs the new tasks at least 0.01",
  found: gained.map(\.decimals).joined(separator: ", "),
  gained[gained.count - 1] < gained[0] - 0.01)

//: The sweep is the dilemma of chapter 1 with a better knob: old tasks are gained before new ones are
//: lost. With plain gradient descent the strength at which the exchange would begin cannot be reached at
//: this rate, and a smaller rate needs more steps. With Adam it can. But Adam's steps keep their length
//: in a well so steep that it asks for far shorter ones, and the weights shake about its middle.

//: ## 2.9 One well for all tasks
//: After the second task there are two wells. As the paper of EWC writes it, each old task keeps its own:
//: two numbers a weight and task, $F$ and $\theta^*$. But a sum of parabolas is a parabola,
//:
//: $$ a_1 (\theta - c_1)^2 + a_2 (\theta - c_2)^2 = (a_1 + a_2) \left( \theta - \frac{a_1 c_1 + a_2 c_2}{a_1 + a_2} \right)^2 + \text{const} $$
//:
//: so that one well does for all, and the library's EWC keeps no more after ten tasks than after one:
//:
//: @code(CLCore/Optimizers/Quadratic.swift, merged)
//:
//: *Online EWC* (Schwarz et al. 2018) also keeps one well, but moves its centre: it always lies at the
//: last task's solution, which by Bayes' rule is where the posterior of all tasks so far has its top
//: (Huszár 2018). And it may let old tasks fade, by a factor $\gamma$ a task:
//:
//: @code(CLCore/Strategies/Regularization/OnlineEWC.swift, didLearn)
//:
//: > predict: With $\gamma = 0$ only the last task's Fisher information is left. Which tasks are lost, the
//: > oldest ones?
lesson.step("online")
let gammas = [1, 0.1, 0]
let lambda = chosen.of(.task)["EWC"]?.contest.lambda ?? 1000
let online = lesson.seeds(5, of: gammas, "online EWC") {
  gamma, seed, progress in
  let method = OnlineEWC(lambda: lambda, gamma: gamma, samples: samples)
  return try learn(method, five, scale, seed: seed, progress)
}
let faded = zip(gammas, online).map { gamma, runs in
  Faded(gamma: gamma, runs)
}
lesson.figure(
  "online", onlineFigure(faded, weights: fisher.count, seeds: seeds))
let kinds =
  told.map { ($0.name, $0) }
  + faded.map { ($0.name, $0.outcome) }
lesson.table(
  "What they cost, task-incremental",
  columns: ["method", "ACC", "numbers", "images", "passes"],
  rows: kinds.map { name, outcome in
    let costs = outcome.costs
    return [name, outcome.acc.text, "\(costs.weights)"]
      + ["\(costs.samples)", outcome.passesPerStep]
  },
  note: "Numbers and images kept; the network in use is counted. "
    + "Passes over θ in a step, as counted")

// #hide
if let ewc = told["EWC"] {
  lesson.expect(
    "After five tasks EWC keeps three numbers a weight, the weight itself "
      + "among them",
    found: "\(ewc.costs.weights) for \(fisher.count) weights",
    ewc.costs.weights == 3 * fisher.count)
  let whole = faded[0].outcome.acc
  let none = faded[faded.count - 1].outcome.acc
  lesson.expect(
    "Online EWC that lets nothing fade (γ = 1) is within 0.02 of EWC, and "
      + "above γ = 0",
    found: "\(whole.text) against \(ewc.acc.text) and \(none.text)",
    abs(whole.mean - ewc.acc.mean) < 0.02 && whole.mean > none.mean)
}

//: How old a task is does not alone decide what is left of it: some are more easily disturbed than others.
//: The programs counted the passes over $\theta$. A step of EWC makes as many as a step of fine-tuning: Adam reads the
//: slope of the well in the pass in which it moves the weights. EWC pays when a task ends, with one estimate of
//: the Fisher information. That is little; compare joint training, which pays in images and in steps.

//: ## 2.10 Five Fishers, one λ?
//: Programs that are all called EWC do not compute the same $F$. Van de Ven (2025) compares five, on five
//: tasks of MNIST:
//:
//: - *exact*: all labels, weighted by their probabilities, as in 2.3;
//: - *exact on 500 images* instead of all;
//: - *sampled*: one label for each image, drawn from $p(y \mid x; \theta^*)$;
//: - *empirical*: the label that the data have;
//: - *batched*: the squared slope of a batch's mean loss, which many programs take because it is what
//:   their gradients come in.
//:
//: @code(CLCore/Learning/FisherEstimates.swift, fisher)
//:
//: His networks are very sure of their answers. Here a network is trained on a first task until it is sure
//: too (Shirt or Sandal), and then for an eighth of that time on a second one, which disturbs the first
//: (T-shirt or Dress). The two tasks are chosen for that.
//:
//: > predict: Each of the five gets its own best $\lambda$. How far apart are the best accuracies, and how far
//: > apart are the strengths from which they are reached?
lesson.step("fishers")
let pair = lesson.attempt {
  try fiveTasks(images, .task, scale, seed: 3)
}
let estimates = [
  Estimate("exact", .exact, samples: 2000),
  Estimate("exact, 500 images", .exact, samples: 500),
  Estimate("sampled", .sampled, samples: 2000),
  Estimate("empirical", .empirical, samples: 2000),
  Estimate("batched, 128", .batched(128), samples: 2000),
]
let lambdas = lesson.profile.pick(
  smoke: [3, 9], quick: Array(3...11), full: Array(4...17)
).map { pow(10, Double($0)) }
let long = lesson.profile.pick(smoke: 60, quick: 1500, full: 2000)
let swayed = lesson.seeds(5, "five Fishers") { seed, progress in
  let sure = try SureRun(pair, scale, first: long, seed: seed)
  return try estimates.enumerated().map { number, estimate in
    progress(number, of: estimates.count)
    return try lambdas.map { lambda in
      try sure.accuracy(with: estimate, lambda: lambda)
    }
  }
}
let answers = estimates.enumerated().map { number, estimate in
  FisherAnswer(estimate, lambdas, swayed.map { $0[number] })
}
lesson.figure("fishers", fishersFigure(answers, seeds: seeds))
lesson.table(
  "The same accuracy, another λ",
  columns: ["Fisher", "with the weakest λ", "best", "works from λ ="],
  rows: answers.map {
    [$0.name, $0.weakest.text, $0.best.text, $0.threshold.scientific]
  }, note: "Works: half of the way up. " + seedsNote(seeds))

// #hide
let bests = answers.map(\.best.mean)
lesson.expect(
  "The best accuracies of the five lie within 0.02",
  found: bests.map(\.decimals).joined(separator: ", "),
  (bests.max() ?? 1) - (bests.min() ?? 0) < 0.02)
let from = answers.map(\.threshold)
lesson.expect(
  "Sampled and empirical need at least ten times the strength of exact, and "
    + "batched at least ten times theirs",
  found: from.map(\.scientific).joined(separator: ", "),
  min(from[2], from[3]) >= 10 * from[0]
    && from[4] >= 10 * max(from[2], from[3]))

//: They find the same accuracy at strengths that lie decades apart. A sure network gives an unlikely
//: label a small probability $p$. The exact Fisher counts it, with a squared slope near 1 and the weight
//: $p$. A sampled label is hardly ever the unlikely one, the true label never is where the data are
//: fitted, and the likely label has a squared slope near $p^2$: another power of $p$ is gone. Batches lose
//: about their own size again, because slopes of different signs cancel before they are squared. So a
//: $\lambda$ without the way of computing $F$, and without the training before it, says nothing.

//: ## 2.11 Mistakes you will meet
//: EWC is short and often copied out, and nine mistakes circulate in articles, listings and libraries.
//: Each is here a method of its own, in `Chapters/02-ewc/Mistakes`, which shares with EWC all but the line
//: in question, and each is run. For each there is a test of one line that would have caught it.
//:
//: With five pairs of clothes and the task told, a penalty that is far too stiff hardly shows. So the stream
//: of this section is harder: all ten classes in each of five tasks, and in each task the pixels in another
//: order, as in Kirkpatrick et al. (2017); the task is told. Tasks are shorter here, and Adam starts anew
//: with each. Here too weak a penalty forgets, and too stiff a one cannot learn.
//:
//: Three are numbers of the wrong size, four are quantities that mean something else, and two stand in the
//: wrong place.
//:
//: **The missing ½.** The formula has $\frac{\lambda}{2}$, the line of code has $\lambda$. Programs
//: disagree: van de Ven's, FACIL and PyCIL have the ½; Avalanche, and the EWC beside GEM's code, do not.
//:
//: @code(Chapters/02-ewc/Mistakes/WrongSize.swift, MissingHalf.didLearn)
//:
//: *The test*: a difference quotient of the penalty is $\lambda F_i (\theta_i - \theta^*_i)$.
//:
//: **The squared batch gradient, with a λ from a paper.** It is `.batched` of 2.10, which Avalanche, FACIL
//: and PyCIL take for speed. The mistake is not to take it; it is to take it with the λ of the exact one.
//: *The test*: a Fisher information does not depend on the size of the batches it is computed in.
//:
//: **Never zeroed, never divided.** The listing loops over batches, calls `backward()`, adds up squares, and
//: lacks two lines. So in batch $b$ it squares the sum $g_1 + g_2 + \dots + g_b$ of all gradients so far, and
//: what it adds up grows with the square of the number of batches, or faster.
//:
//: @code(Chapters/02-ewc/Mistakes/WrongSize.swift, NeverZeroed.didLearn)
//:
//: Such a loop goes over all the data; here it gets four times the images that the others get.
//: *The test*: give it every image twice. A mean stays what it is.
//:
//: So much for size; the next four mean something else. **Of the new data.** The Fisher information is
//: computed when the new task's loader is at hand, and from it. It then says what an untrained answer to
//: the *new* task depends on.
//:
//: @code(Chapters/02-ewc/Mistakes/WrongQuantity.swift, FisherOfNewData.willLearn)
//:
//: *The test*: exchange the new task's images; what protects the old task does not change.
//:
//: **In mid-training**, as a callback at the end of an epoch gives it; here after half of the steps. The
//: network is less sure then, and $\theta$ is not yet $\theta^*$. *The test*: compute it again at
//: $\theta^*$; it is the same.
//:
//: **Backwards.** "The more important a weight, the smaller its $b_i$", say retellings that call the
//: importance $b_i$. Here the numbers of $F$ are dealt out in the opposite order.
//:
//: @code(Chapters/02-ewc/Mistakes/WrongQuantity.swift, Backwards.didLearn)
//:
//: *The test*: of two weights, the one whose change raises the old loss more is held harder.
//:
//: **$p(x|\theta)$ where $p(y|x,\theta)$ is meant.** A classifier does not say how probable an image is: its
//: $p(x)$ does not depend on $\theta$. So $\partial \log p(x) / \partial\theta = 0$, this $F$ is 0, and EWC
//: is fine-tuning. For $p(x|\theta)$ to mean more, it must be read into the scores $f_y$ (Grathwohl et al. 2020):
//:
//: $$ \log p(x|\theta) = \log \sum_y \exp f_y(x; \theta) - \log Z(\theta) $$
//:
//: $Z(\theta)$ is a sum over every image there could be. Nobody can compute it, so it is left out here, and
//: the slope of the rest is squared:
//:
//: @code(Chapters/02-ewc/Mistakes/WrongQuantity.swift, FisherOfInputs.didLearn)
//:
//: *The test*: add a weight that raises all scores alike. No prediction sees it, so its $F$ is 0; here it
//: is 1.
//:
//: > predict: What is only too large or too small can be made good by another λ. Which of the seven are
//: > only that?
lesson.step("mistakes")
let held = lesson.profile.pick(smoke: 100, quick: 500, full: 1000)
let versions = versionsOfEWC(samples: held, scale)
let weighed = lesson.sideBySide(versions, "what is held") {
  version, _ in
  let stream = try fivePermutations(images, scale, seed: 1)
  return try version.weights(after: stream, scale, seed: 1)
}
let holds = zip(versions, weighed).compactMap { Hold($0, $1) }
lesson.figure("holds", holdsFigure(holds))
lesson.table(
  "After one task, against the Fisher information F",
  columns: ["version", "sum, in units of F's", "order as F's"],
  rows: holds.dropFirst().filter { $0.version.kind != .place }.map {
    [
      $0.version.name, $0.size(against: holds[0]).compact,
      $0.order(against: holds[0])?.hundredths ?? "–",
    ]
  },
  note: "Order: Spearman's rank correlation over weights with F > 0. "
    + "One network")

// #hide
let orders = holds.filter { $0.version.kind != .place }.map {
  (name: $0.version.name, value: $0.order(against: holds[0]) ?? 0)
}
let strangers = ["of the new data", "backwards"]
lesson.expect(
  "Of the seven, those of the new data and backwards have an order below 0.5, all others "
    + "above 0.6",
  found: orders.map(\.value.hundredths).joined(separator: ", "),
  orders.allSatisfy { strangers.contains($0.name) ? $0.value < 0.5 : $0.value > 0.6 })
let piles = lesson.sideBySide([held, 4 * held], "gradients that pile up") {
  [images, scale] samples, _ in
  let version = Version.neverZeroed(samples: samples, batch: scale.training.batchSize)
  let stream = try fivePermutations(images, scale, seed: 1)
  return try Hold(version, version.weights(after: stream, scale, seed: 1))?.sum ?? 0
}
lesson.expect(
  "Over four times the images, what is never zeroed or divided is more than ten times as large",
  found: "\((piles[1] / piles[0]).compact) times", piles[1] > 10 * piles[0])

//: Two of the seven put the weights in another order. No λ changes an order.

//: ### Two wrong places
//: **On the outputs.** A forward pass returns `model(x) + penalty`, and the cross-entropy takes it from
//: there. Let $c(\theta)$ be the penalty. Softmax is blind to it:
//:
//: $$ \frac{e^{f_y + c}}{\sum_k e^{f_k + c}} = \frac{e^c\, e^{f_y}}{e^c \sum_k e^{f_k}} = \frac{e^{f_y}}{\sum_k e^{f_k}} $$
//:
//: With and without $c$ the loss is the same function of $\theta$, so its gradient is the same.
//:
//: @code(Chapters/02-ewc/Mistakes/WrongPlace.swift, PenaltyOnOutputs.loss)
//:
//: *The test*: away from $\theta^*$, a penalty changes the gradient.
//:
//: **The last task only.** $F$ and $\theta^*$ are two variables, written over after each task. In a listing
//: for two tasks that is right; in a loop over five it is not.
//:
//: @code(Chapters/02-ewc/Mistakes/WrongPlace.swift, OnlyTheLastTask.didLearn)
//:
//: *The test*: at $\theta^*_2$ the well of task 1 still pulls, so the slope of the penalty there is not 0.
lesson.step("outputs")
let shifts = lesson.sideBySide([1, 1e2, 1e4, 1e6], "shifts") {
  lambda, _ in
  let stream = try fivePermutations(images, scale, seed: 1)
  return try Shift(
    lambda: lambda, samples: held, stream, scale, seed: 1)
}
lesson.table(
  "How far the penalty c changes the gradient of the loss",
  columns: ["λ", "c(θ)", "c in the loss", "c on the outputs"],
  rows: shifts.map {
    [$0.lambda, $0.penalty, $0.inLoss, $0.onOutputs].map(\.compact)
  },
  note: "‖∇ with c − ∇ without‖ / ‖∇ without‖, in the middle of task 2")

// #hide
lesson.expect(
  "On the outputs, at every λ, the penalty changes the gradient by less than a hundredth; in the "
    + "loss, at the largest, it is more than a hundred times the rest",
  found:
    "\((shifts.map(\.onOutputs).max() ?? 1).compact) and \((shifts.last?.inLoss ?? 0).compact)",
  shifts.allSatisfy { $0.onOutputs < 0.01 } && (shifts.last?.inLoss ?? 0) > 100)

//: What is left on the outputs is rounding: beside a large $c$ the scores lose their last digits.

//: ### All nine, measured
//: Each version is tried at several λ, on seeds that are not reported, and the weakest within 0.015 of its
//: best is its own. Then it is run on the reported seeds twice: with the λ of EWC, as if
//: copied, and with its own. For the two in the wrong place and for mid-training no λ is searched.
//:
//: > predict: Which versions come back to EWC with a λ of their own? And with only the last well, which
//: > of five tasks has paid?
lesson.step("nine")
let strengths = lesson.profile.pick(
  smoke: [1, 100], quick: [1, 10, 100, 1e3, 1e4],
  full: [1, 10, 100, 1e3, 1e4, 1e5])
let searched = versions.attempts(at: strengths)
let searchSeeds: [UInt64] = lesson.profile.pick(
  smoke: [101], quick: [101, 102, 103], full: [101, 102, 103])
let scores = lesson.seeds(
  searchSeeds, of: searched, "strengths on other seeds"
) { attempt, seed, progress in
  try attempt.matrix(images, scale, seed: seed, progress)
}
let tunings = [Tuning](searched, scores, at: strengths)
let copied = tunings[0].best

let attempts = tunings.attempts(copying: copied, of: versions)
let results = lesson.seeds(5, of: attempts, "nine mistakes") {
  attempt, seed, progress in
  try attempt.matrix(images, scale, seed: seed, progress)
}
let verdicts = judge(attempts, results, tunings)
let ewc = verdicts[1].copied
lesson.table(
  "Nine mistakes on five permutations, task-incremental",
  columns: [
    "version", "ACC", "less EWC", "own λ", "less EWC", "the mistake",
  ],
  rows: verdicts.map { $0.row(against: ewc) },
  note: "ACC and first difference: with EWC's λ = \(copied.compact). "
    + "Differences in points, paired by seed. \(seedsNote(ewc.count))")
lesson.figure("tunings", tuningsFigure(tunings, scores, scale))
lesson.figure("verdicts", verdictsFigure(verdicts, against: ewc))
lesson.figure("overwriting", overwritingFigure(verdicts))

// #hide
let halfless = lesson.work("missing ½ against 2λ") { [images, scale, versions, copied] _ in
  try Attempt(version: versions[1], lambda: copied).agrees(
    with: Attempt(version: versions[0], lambda: 2 * copied), images, scale, seed: 1)
}
lesson.expect(
  "After two tasks, EWC without the ½ has the same weights, bit for bit, as EWC at 2λ",
  found: halfless ? "the same" : "others", halfless)
let curve = tunings[0].accuracy
let top = curve.max() ?? 0
lesson.expect(
  "The accuracy of EWC is at both ends of the range of λ at least 0.02 below its highest",
  found: curve.map(\.decimals).joined(separator: ", "),
  [curve.first, curve.last].allSatisfy { ($0 ?? top) < top - 0.02 })
let alike = verdicts.filter { ["in mid-training", "p(x) for p(y|x)"].contains($0.name) }
  .map { $0.copied.difference(from: ewc).mean }
lesson.expect(
  "With the λ of EWC, mid-training and p(x) are on average within 0.05 of it",
  found: alike.map(\.decimals).joined(separator: ", "),
  alike.allSatisfy { $0.magnitude < 0.05 })
let repaired = verdicts.filter { $0.kind == .size }.compactMap {
  $0.own?.difference(from: ewc).mean
}
lesson.expect(
  "With a λ of their own, the three of the wrong size are on average within 0.05 of EWC",
  found: repaired.map(\.decimals).joined(separator: ", "),
  repaired.allSatisfy { $0.magnitude < 0.05 })
let lost = verdicts.filter { strangers.contains($0.name) }.compactMap {
  $0.own?.difference(from: ewc).mean
}
lesson.expect(
  "With a λ of their own, those in another order stay on average at least 0.04 behind EWC",
  found: lost.map(\.decimals).joined(separator: ", "), lost.allSatisfy { $0 < -0.04 })
if let last = verdicts.last?.copied {
  let first = last.difference(from: ewc, on: 0)
  let mean = last.difference(from: ewc)
  lesson.expect(
    "The last well alone costs the first task on average at least 0.05, and ACC at most 0.04",
    found: "\(first.text) and \(mean.text)", first.mean < -0.05 && mean.mean > -0.04)
}

//: A wrong size is repaired by a λ of its own, and where the curve is flat it is not even noticed. That is
//: how it stays alive: the program works with the λ it was tuned with, and may lose with that of a paper.
//:
//: Another order is not repaired. What it holds is not what the old task needs, so the stiffer it holds,
//: the worse.
//:
//: Mid-training and $p(x)$ have nearly the order of $F$, and nearly its accuracy. That is a finding about
//: this network and not an excuse: nothing in their derivation promises it. Chapter 3 meets the second again,
//: as an importance that needs no labels.
//:
//: On the outputs there is no penalty. And the last well alone hardly shows in ACC, because the newest tasks
//: gain what the oldest lose. A mean hides who pays; the last row of $R$ does not.

//: ## 2.12 What to remember
//: Bayes' rule turns an old task into a quadratic well around the weights that solved it, and the
//: diagonal of the Fisher information, a mean of squared slopes over the old task's own images, says
//: how steep the well is in each direction. It keeps what the old task needs at two numbers a weight,
//: however many tasks there are; its strength must be found anew for every way of computing it; and it
//: cannot say how classes compare that were never seen together.
//:
//: **Try it.** Which of the figures change their message?
//:
//: - Add `seed: 7` to the calls of `fiveTasks` above 2.10: other pairs of clothes.
//: - Replace `.relu` by `.tanh` in `Sources/Theta/Networks/MLP.swift`: is the curvature still F?
//: - Set `resetsOptimizer: true` in `Chapters/Book/Scale.swift`.
//:
//: **Further reading.**
//:
//: - W. Grathwohl, K.-C. Wang, J.-H. Jacobsen et al., "Your classifier is secretly an energy based model
//:   and you should treat it like one", ICLR 2020.
//: - F. Huszár, "Note on the quadratic penalties in elastic weight consolidation", *Proceedings of the
//:   National Academy of Sciences* 115(11), 2018.
//: - J. Kirkpatrick, R. Pascanu, N. Rabinowitz et al., "Overcoming catastrophic forgetting in neural
//:   networks", *Proceedings of the National Academy of Sciences* 114(13), 2017.
//: - F. Kunstner, L. Balles and P. Hennig, "Limitations of the empirical Fisher approximation for
//:   natural gradient descent", NeurIPS 2019.
//: - D. J. C. MacKay, "A practical Bayesian framework for backpropagation networks", *Neural
//:   Computation* 4(3), 1992.
//: - H. Ritter, A. Botev and D. Barber, "Online structured Laplace approximations for overcoming
//:   catastrophic forgetting", NeurIPS 2018.
//: - J. Schwarz, W. Czarnecki, J. Luketina et al., "Progress & Compress: a scalable framework for
//:   continual learning", ICML 2018.
//: - G. M. van de Ven, "On the computation of the Fisher information in continual learning",
//:   arXiv:2502.11756, 2025.
lesson.finish()
