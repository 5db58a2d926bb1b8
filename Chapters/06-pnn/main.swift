//: # Chapter 6 · Progressive neural networks
//:
//: Chapters 2 to 5 let all tasks share all weights and then defended the old ones: by a penalty, by a
//: constraint, by a few images. This chapter gives each task weights of its own that nobody else may
//: move. Then nothing is forgotten, and three other questions are left: whether an old task helps a new
//: one, what so many weights cost, and who says which of them to use. By the end you can say when a
//: column helps and when it harms, fit five tasks into one network, and tell what all these methods
//: presuppose.
import Book
import CLCore
import Lessons

let lesson = Lesson()

//: ## 6.1 A column for each task
//: The simplest way to forget nothing is a network for each task. It also learns nothing from the tasks
//: before. *Progressive neural networks* (PNN, Rusu et al. 2016) keep the first and mend the second:
//: each task gets a network of its own, a *column*, and a column sees what the columns before it see.
//: With $h_i^{(j)}$ for hidden layer $i$ of column $j$, column $k$ computes
//:
//: $$ h_i^{(k)} = \sigma\left( h_{i-1}^{(k)} W_i^{(k)} + b_i^{(k)} + \sigma\left( \left[ \alpha_j h_{i-1}^{(j)} \right]_{j<k} V_i^{(k)} + c_i^{(k)} \right) U_i^{(k)} \right) $$
//:
//: The first part is an ordinary layer: $\sigma$ is the rectifier, $b$ and $c$ are biases. The second takes
//: layer $i - 1$ of all columns before, each times a number $\alpha_j$, makes the many features few by an
//: *adapter* $V$, and lets them in through $U$: a *lateral* connection. The brackets lay the columns side by
//: side. Only column $k$ is trained.
//:
//: @code(CLCore/Strategies/Architecture/ProgressiveForward.swift, layers)
//: @code(CLCore/Strategies/Architecture/ProgressiveForward.swift, lateral)
//:
//: `theta.detached` is what freezes the columns before: they enter as numbers.
//:
//: > predict: Two hidden layers of 100 units, 784 pixels. The first column has about 89 000 weights. How
//: > many has the third: as many, half as many again, or three times as many?
lesson.step("columns")
let images = lesson.images()
let pairs = Pairs(images, lesson.profile)
let plain = MLP(
  inputs: images.train.inputSize, hidden: pairs.hidden, outputs: 2)
let three = ProgressiveNetwork.planned(plain, tasks: 3)
lesson.figure("columns", columnsFigure(three))

// #hide
let planned = ProgressiveNetwork.planned(plain, tasks: 20)
let (d, n1, n2) = (plain.inputs, pairs.hidden[0], pairs.hidden[1])
let counts = planned.columns.indices.map { k in
  let own = (d + 1) * n1 + (n1 + 1) * n2 + (n2 + 1) * 2
  let intoLayer = k + (k * n1 + 1) * n1 + n1 * n2
  let intoHead = k + (k * n2 + 1) * n2 + n2 * 2
  return own + (k > 0 ? intoLayer + intoHead : 0)
}
lesson.expect(
  "A formula counts the weights of twenty columns to the last one",
  found: "\(counts.reduce(0, +).grouped)",
  counts.reduce(0, +) == planned.layout.count)

//: Half as many again. With $d$ pixels, two layers of $n$ units and $C$ classes, a column after $k$
//: others has
//:
//: $$ (d + 1) n + (n + 1) n + (n + 1) C \quad + \quad 2k + 2(kn + 1) n + n^2 + nC $$
//:
//: weights: its own, and what enters from the side. The second part grows with $k$, so the whole grows with
//: the square of the number of tasks. 6.9 makes up the bill.
//:
//: > quiz: Ten columns instead of five. About how many times as many weights enter from the side?
//: > - [ ] Twice as many => Each column also listens to more of them.
//: > - [x] Four times => The number of pairs of columns grows with the square of the number of tasks.
//: > - [ ] As many => Only the first column has nothing to listen to.

//: ## 6.2 Nothing is forgotten
//: Five tasks, each to tell two kinds of clothes apart: sandals from sneakers, trousers from dresses,
//: bags from boots, pullovers from coats, T-shirts from shirts. The last two are hard. The task is told:
//: who is asked *pullover or coat?* need not think of boots.
//:
//: > predict: PNN has what separate networks have, and sees besides what earlier columns see. How much
//: > more accurate is it after five tasks?
lesson.step("five-tasks")
let plainest: [any Strategy] = [
  FineTuning(), SeparateNetworks(), PNN(), Joint(atTheEnd: true),
]
let first = lesson.journeys(of: plainest, pairs)
lesson.table(
  "Five tasks, told which",
  columns: ["method", "ACC", "BWT", "scores of old tasks"],
  rows: first.map { method in
    let isSame = method.unchanged == method.all.count
    let isJoint = method.name == "joint"
    let then = [method.bwt.text, isSame ? "the same bits" : "changed"]
    return [method.name, method.acc.text]
      + (isJoint ? ["–", "–"] : then)
  }, note: "\(seedsNote(first[0].all.count)). \(pairs.words)")

// #hide
lesson.expect(
  "Under PNN every score is at the end to the bit what it was when the "
    + "task was learnt; under fine-tuning no seed has that",
  found: "\(first[2].unchanged) and \(first[0].unchanged) "
    + "of \(first[0].all.count) seeds",
  first[2].unchanged == first[0].all.count && first[0].unchanged == 0)
let lead = first.gain(of: "PNN", over: "separate networks")
lesson.expect(
  "PNN and separate networks are within 0.01 of each other",
  found: lead.text, abs(lead.mean) < 0.01)

//: Hardly at all. Fine-tuning forgets a good part even of tasks whose outputs are their own; PNN and
//: separate networks forget nothing, and not because training is gentle: their weights do not move. That
//: is a law here, and the library's tests hold it through momentum and weight decay. But PNN's extra
//: weights bring nothing. Is there nothing to be had, or does it not come through?

//: ## 6.3 Which column feeds which layer
//: Make a case in which there is something to be had. A fifth column must tell sandals from sneakers with
//: 50 images of each. The second column before it has learnt the same with plenty of images, only that
//: they were turned by 10°. The other three have learnt something else.
//:
//: To see what the fifth column uses, ask how much its answer would change if a hidden unit
//: changed a little. That is the Fisher information of the unit; summed over a layer, and divided by
//: what all columns have in that layer, it is close to Rusu's *average Fisher sensitivity*, which divides
//: unit by unit. With $\hat{h}$ for a unit divided by its standard deviation:
//:
//: $$ \text{AFS}(i, j) = \frac{\sum_m F_i^{(j)}(m)}{\sum_{j'} \sum_m F_i^{(j')}(m)}, \qquad F_i^{(j)}(m) = E\left[ \left( \frac{\partial \log p(y|x)}{\partial \hat{h}_i^{(j)}(m)} \right)^2 \right] $$
//:
//: @code(CLCore/Strategies/Architecture/PNNSensitivity.swift, information)
//:
//: The paper lets $\alpha$ start at small random values; the library's are within 0.1. Beside it stand
//: columns whose $\alpha$ start at 1. And so that not all rests on a slope, the last picture cuts each layer
//: of each column off and counts the answers that go wrong.
//:
//: > predict: What share of each layer has the second column? Is it its first layer or its second that is
//: > worth more?
lesson.step("feeding")
let starts = [Initial.uniform(bound: 0.1), .constant(1)]
let fed = starts.map { start in
  lesson.seeds(5, "five columns") { seed, _ in
    Feeding(.sneakers, by: PNN(scales: start), pairs, seed: seed)
  }
}
lesson.figure("feeding", feedingFigure(fed, pairs))

// #hide
let used = fed.map { seeds in
  seeds.map { $0.shares[0][Feeding.related] }
}
lesson.expect(
  "In the first hidden layer the related column has less than a tenth "
    + "when α starts within 0.1, more than 0.4 when it starts at 1",
  found: used.map { Statistics($0).text }.joined(separator: " and "),
  Statistics(used[0]).mean < 0.1 && Statistics(used[1]).mean > 0.4)
let cut = meanMatrix(fed[1].map(\.losses))
let others = cut.flatMap { row in
  row.indices.filter { $0 != Feeding.related }.map { row[$0] }
}
lesson.expect(
  "Cut off, the related column's second layer costs more than its "
    + "first, and more than any layer of the others",
  found: "\(cut[1][Feeding.related].decimals) against "
    + "\(cut[0][Feeding.related].decimals) and at most "
    + "\((others.max() ?? 0).decimals)",
  cut[1][Feeding.related]
    > max(cut[0][Feeding.related], others.max() ?? 1))

//: With α at the paper's start the laterals sleep: nearly all that matters is the column's own. A step of
//: Adam moves an α by about its rate, 0.001, so that fifty steps take it no further than 0.05. (Rusu et al.
//: train agents for millions of frames.) With α at 1 the laterals wake, and the fifth column finds the one
//: that has what it needs among four, without being told. The two measures agree on the column and
//: differ on the layer: its share is larger in the first, but without the second more answers are lost.

//: ## 6.4 Help and harm
//: Why then begin with a small α? The paper says: to make up for the different sizes of their inputs.
//: See what happens without: let them start at 3. First comes a column that has learnt pullovers and coats
//: turned a little, before a column for pullovers and coats; then one that has learnt bags and boots,
//: before a column for T-shirts and shirts.
//:
//: > predict: A column can ignore what does not help: a weight of zero does it. Can bags and boots then
//: > do any harm to shirts?
lesson.step("curves")
let targets = [Pair.sneakers, .coats, .shirts]
let alone = lesson.seeds(5, of: targets, "alone") { target, seed, _ in
  First(.untrained, for: target, pairs, seed: seed)
    .curve(on: target, by: SeparateNetworks(), at: pairs.looks)
}
let loud = PNN(scales: .constant(3))
let encounters = [
  (Source.turned(10), Pair.coats), (.pair(.bags), .shirts),
]
let columns = encounters.map { source, target in
  let learnt = lesson.seeds(5, "first columns") { seed, _ in
    First(source, for: target, pairs, seed: seed).learner
  }
  return zip(learnt, 1...).map { First($0, pairs, seed: $1) }
}
let together = zip(encounters, columns).map { encounter, columns in
  lesson.sideBySide(columns, "learning curves") { column, _ in
    column.curve(on: encounter.1, by: loud, at: pairs.looks)
  }
}
lesson.figure(
  "curves",
  curvesFigure(
    [
      "\(pairs.name(.coats)), after the same turned 10°",
      "\(pairs.name(.shirts)), after \(pairs.name(.bags))",
    ], together, [alone[1], alone[2]], pairs))

// #hide
func leads(after look: Int) -> [Statistics] {
  zip(together, alone.dropFirst()).map { column, alone in
    Statistics.paired(
      column.map { $0[look] }, minus: alone.map { $0[look] })
  }
}
let soon = leads(after: 0)
let late = leads(after: pairs.looks.count - 1)
lesson.expect(
  "After \(pairs.looks[0]) steps the related column has brought more "
    + "than 0.05, the unrelated one has cost more than 0.1",
  found: soon.map(\.text).joined(separator: " and "),
  soon[0].mean > 0.05 && soon[1].mean < -0.1)
lesson.expect(
  "After the last step the unrelated one costs less than 0.02",
  found: late[1].text, late[1].mean > -0.02)

//: It can, while the new column learns. What comes from the side is large, and at first it is mostly
//: wrong; it takes steps to turn it down, and those are steps that a network of its own spends on
//: learning. At the end the harm is gone: PNN is not misled for good, it is late. To make one number of
//: it, take the area under the learning curve, less that of a network that learns the task alone (the
//: paper divides by it), with the steps on a logarithmic axis, so that being early counts.
lesson.step("transfer")
let sources: [Source] =
  [.turned(10), .turned(45), .scrambled]
  + [.sneakers, .coats, .shirts, .bags].map { .pair($0) } + [.untrained]
let curves = lesson.seeds(5, of: sources, "transfer") {
  source, seed, _ in
  source.curves(on: targets, by: loud, pairs, seed: seed)
}
let transfer = curves.map { seeds in
  targets.indices.map { target in
    Statistics.paired(
      seeds.map { $0[target].area }, minus: alone[target].map(\.area))
  }
}
lesson.figure(
  "transfer", transferFigure(sources, targets, transfer, pairs))

// #hide
lesson.expect(
  "Turned by 10°, the same task helps with sneakers and with coats",
  found: transfer[0].map(\.text).joined(separator: ", "),
  min(transfer[0][0].mean, transfer[0][1].mean) > 0.02)
lesson.expect(
  "Bags and boots harm coats and shirts",
  found: transfer[6].map(\.text).joined(separator: ", "),
  max(transfer[6][1].mean, transfer[6][2].mean) < -0.03)
lesson.expect(
  "Turned by 45° it brings none of them 0.03",
  found: transfer[1].map(\.text).joined(separator: ", "),
  (transfer[1].map(\.mean).max() ?? 1) < 0.03)
lesson.expect(
  "Pixels in no order harm coats",
  found: transfer[2][1].text, transfer[2][1].mean < -0.03)
lesson.expect(
  "An untrained column moves each of the three by less than a third of "
    + "what sneakers gain from the same turned 10°",
  found: transfer[7].map(\.text).joined(separator: ", "),
  transfer[7].allSatisfy { abs($0.mean) < transfer[0][0].mean / 3 })

//: Turned by 10° the task is nearly the same, and helps with sneakers and with coats; with shirts there is
//: nothing to win, for a network alone is as good after a few steps as it ever gets. At 45° the help is
//: gone. Features that tell bags from boots do harm to coats and to shirts, those that fit pixels in no order
//: to coats. An untrained column helps a little with sneakers, with new weights and nothing learnt; the large
//: effects come from what was learnt.
//:
//: > predict: Let α start anywhere from 0.03 to 10. Is there a start that brings the help without the
//: > harm?
lesson.step("scale")
let scales = [0.03, 0.1, 0.3, 1, 3, 10]
let tried = encounters.indices.map { race in
  let target = encounters[race].1
  let areas = lesson.sideBySide(columns[race], "starts of α") {
    column, _ in
    scales.map { scale in
      let method = PNN(scales: .constant(scale))
      return column.curve(on: target, by: method, at: pairs.looks).area
    }
  }
  return zip(areas, alone[race + 1]).map { areas, alone in
    areas.map { $0 - alone.area }
  }
}
lesson.figure("scale", scaleFigure(scales, tried, pairs))

// #hide
let spans = tried.map { gains in
  let ends = [1, 4].map { place in gains.map { $0[place] } }
  return (Statistics(ends[0]).mean, Statistics(ends[1]).mean)
}
lesson.expect(
  "From α = 0.1 to 3 the help grows, and so does the harm",
  found: spans.map { "\($0.0.decimals) to \($0.1.decimals)" }
    .joined(separator: ", "),
  spans[0].1 > spans[0].0 + 0.02 && spans[1].1 < spans[1].0 - 0.02)

//: There is not: help and harm grow together. α is the volume at which a column listens before it knows
//: to what. A small start is the careful one: it forgoes help in the first steps, to be safe from harm,
//: and leaves the rest to training.

//: ## 6.5 How many weights does a task need?
//: A column a task is generous. Take a network that has learnt T-shirts and shirts, and set the weights
//: of least magnitude to zero, in each layer by itself. Then let those that are left learn on for half
//: as many steps.
//:
//: > predict: How many of the weights can go before an answer in a hundred is lost: a half, nine in ten,
//: > or nineteen in twenty?
lesson.step("pruned")
let given = [0, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99]
let pruned = lesson.seeds(5, "pruning") { seed, _ in
  Pruned(.shirts, given, pairs, seed: seed)
}
lesson.figure("pruned", prunedFigure(given, pruned, pairs))

// #hide
let kept = Statistics.paired(
  pruned.map { $0.after[4] }, minus: pruned.map { $0.before[0] })
lesson.expect(
  "With a twentieth of its weights, learnt on, the network is less "
    + "than 0.01 below the whole", found: kept.text, kept.mean > -0.01)

//: Nineteen in twenty. What one task does not need is room for others.

//: ## 6.6 PackNet: many tasks in one network
//: *PackNet* (Mallya & Lazebnik 2018) does that again and again. A task trains all weights that belong to
//: nobody, beside those of earlier tasks, which are frozen. Then it gives back the share $\rho$ of least
//: magnitude, in each layer, and learns on with what is left. That is its own for good, and
//:
//: $$ \theta^{(k)} = \theta \cdot \mathbb{1}[\, 0 < \text{owner} \le k \,] $$
//:
//: are the weights with which task $k$ is answered: its own and all that were there before. Nothing that
//: comes later has an owner $\le k$, so nothing that comes later can change its scores.
//:
//: @code(CLCore/Strategies/Architecture/Ownership.swift, prune)
//: @code(CLCore/Strategies/Architecture/PackNet.swift, scores)
//:
//: What must be held back is the *step* of a frozen weight. Its gradient being zero is not enough: momentum
//: moves it on, and weight decay too.
//:
//: > predict: Each task gives back half of what it found. What share of the network does the fifth task
//: > find, and what does that do to its accuracy?
lesson.step("packnet")
let sharesBack = [0.5, 0.75]
let packed = lesson.journeys(
  of: sharesBack.map { PackNet(pruning: $0) }, pairs)
if let owned = packed[0].all[0].owned {
  lesson.figure("owners", ownersFigure(owned, side: 60, pairs))
  lesson.animation("filling", fillingAnimation(owned, side: 60, pairs))
}
lesson.table(
  "Accuracy on each task less that of a network of its own",
  columns: ["gives back"] + Pair.inOrder.map { pairs.name($0) },
  rows: zip(sharesBack, packed).map { share, method in
    [share.percent]
      + Pair.inOrder.indices.map {
        Statistics.paired(
          method.accuracies(on: $0),
          minus: first[1].accuracies(on: $0)
        ).text
      }
  }, note: "\(seedsNote(packed[0].all.count)). \(pairs.words)")

// #hide
let fifth = Statistics.paired(
  packed[0].accuracies(on: 4), minus: packed[1].accuracies(on: 4))
lesson.expect(
  "The fifth task is at least 0.03 lower when every task gives back "
    + "half than when it gives back three quarters",
  found: fifth.text, fifth.mean < -0.03)
let idle = packed.map { Statistics($0.all.compactMap(\.idle.last)) }
lesson.expect(
  "When half is given back, most of what the fifth task owns between the "
    + "hidden layers is 0; PackNet changes no score of an old task",
  found: "\(idle[0].text), when three quarters are \(idle[1].text)",
  idle[0].mean > 0.5 && packed.allSatisfy { $0.unchanged == $0.all.count })
let last = [3, 4].map {
  Statistics.paired(
    packed[1].accuracies(on: $0), minus: first[1].accuracies(on: $0))
}
lesson.expect(
  "With three quarters given back the last two tasks are less than 0.03 "
    + "below networks of their own",
  found: last.map(\.text).joined(separator: " and "),
  last.allSatisfy { $0.mean > -0.03 })

//: A sixteenth, and most of it is of no use. A weight that was given back begins at 0; where the unit it
//: comes from or leads to is silent for a task's images, it gets no gradient and stays there. The pairs of
//: units that are awake are taken by early tasks, and what is left for late ones leads from or to
//: sleepers: hence the bands in the picture. With three quarters given back late tasks come within three
//: hundredths of a network of their own. So ρ must be chosen before one knows how many tasks will come,
//: and every task gets the same share of what it finds, however hard it is.
//:
//: > quiz: A frozen weight has a gradient of zero. Why may it move all the same?
//: > - [x] Momentum and weight decay move it => The first goes on with earlier gradients, the second needs
//: >   none. So it is the step that must be held back.
//: > - [ ] The next task's loss reaches it through other weights => That would be a gradient, and it is zero.
//: > - [ ] Pruning sets it to zero => A task prunes only what it has itself.

//: ## 6.7 CPG: compact, pick, grow
//: *Compacting, picking and growing* (CPG, Hung et al. 2019) lets each task say what it needs. There is a
//: goal, the accuracy of a network trained on the task alone, here less a hundredth. Whether it is met is
//: asked of images held back from training, a fifth of them.
//:
//: - *Pick*: train the free weights, and with them a mask $B$ over the weights of earlier tasks: the
//:   network computes with $B \odot \theta + W$. Which old weights to use is learnt too.
//: - *Grow*: if the goal is missed, widen every layer and pick again.
//: - *Compact*: prune the task's own weights step by step, as long as the goal is met. The rest is free.
//:
//: A mask is 0 or 1, and a step function has no slope. So each bit has a real number $M$ behind it,
//: $B = 1[M > 0.005]$, and the slope is taken as if $B$ were $M$:
//:
//: @code(CLCore/Strategies/Architecture/CPG/Picks.swift, straightThrough)
//: @code(CLCore/Strategies/Architecture/CPG/Picks.swift, step)
//:
//: > predict: Draw how many weights belong to nobody, step by step over the five tasks. What is the shape?
lesson.step("cpg")
let cpg = CPG(
  goal: .alone(less: 0.01), growth: 0.25, widest: 2, heldBack: 0.2)
let watched = lesson.seeds(5, "CPG") { seed, progress in
  var cycle = Cycle()
  let journey = try Journey(cpg, pairs, seed: seed, progress) {
    cycle.see($0, $1)
  }
  return Watched(journey: journey, cycle: cycle)
}
let compacted = [Journeys(name: cpg.name, all: watched.map(\.journey))]
let grows = watched.firstIndex { !$0.cycle.grown.isEmpty } ?? 0
lesson.figure(
  "cycle", cycleFigure(watched[grows].cycle, pairs, seed: grows + 1))
let learnt = compacted[0].all.compactMap(\.cpg)
lesson.table(
  "What CPG did",
  columns: ["task", "gave back", "picked, of its weights", "goal"],
  rows: compactedRows(learnt, pairs),
  note: "The share of its own weights that a task gave back, and the "
    + "share of those in use that it picked from earlier tasks. "
    + "Growths: \(learnt.map(\.growths)). \(seedsNote(learnt.count))")

// #hide
let back = Statistics(learnt.flatMap { $0.learnt.map(\.sparsity) })
lesson.expect(
  "On average a task gives back more than seven tenths; the network "
    + "grows in some seed",
  found: "\(back.mean.hundredths), growths \(learnt.map(\.growths))",
  back.mean > 0.7 && learnt.contains { $0.growths > 0 })
let picked = [2, 3, 4].map { task in
  Statistics(learnt.map { $0.learnt[task].sharePicked })
}
lesson.expect(
  "From the third task on a task has picked more than half of what it "
    + "uses", found: picked.map(\.text).joined(separator: ", "),
  picked.allSatisfy { $0.mean > 0.5 })

//: A saw: pick takes all there is, compact gives back what the goal can do without. Where a task gives back
//: nothing, the next one finds nothing; if what it can pick is too little, the network grows. From the third
//: task on, most of what a task uses it has picked, and pays a bit for each weight to remember which. (The
//: seed drawn is the first one in which the network grows.) The goal is a noisy judge: it is asked of a few
//: images, and a handful of them decides whether a stage of compacting counts and whether the network grows,
//: as the spread in the table shows.

//: ## 6.8 DEN: only as much as is needed
//: *Dynamically expandable networks* (DEN, Yoon et al. 2018) begin small and do three things for a task.
//: They train its head under $\mu \|W\|_1$ and retrain only the units that nonzero weights lead to. If the
//: loss is still above a threshold $\tau$, they *add* units, and the group norm $\sum_g \|g\|_2$, with $g$
//: all that enters a new unit, takes away those that do not help. And they compare what enters each unit with
//: what it was before the task,
//:
//: $$ \rho_i = \left\| w_i^{t} - w_i^{t-1} \right\|_2 $$
//:
//: A unit whose $\rho_i$ is above another threshold, the paper's $\sigma$, means something else now. It is
//: *split*: the original is put back, the copy stays with the new task.
//:
//: @code(Theta/Networks/MLPUnits.swift, unitsBehind)
//: @code(CLCore/Strategies/Architecture/DEN/Splitting.swift, drift)
//:
//: > predict: Of the five tasks two are hard. Where are units added, and where are they split?
lesson.step("den")
func den(_ sparsity: Double) -> DEN {
  DEN(sparsity: sparsity, lossThreshold: 0.3, driftThreshold: 0.1)
}
let strengths = [2e-4, 1e-3]
let small = pairs.hidden.map { $0 * 3 / 10 }
let selecting = lesson.journeys(
  of: strengths.map { den($0) }, pairs, hidden: small)
let expanded = [selecting[0]]
let changes = expanded[0].all.compactMap(\.den)
lesson.figure("growth", growthFigure(changes, from: small, pairs))
lesson.table(
  "What DEN did",
  columns: [
    "task", "pixels chosen", "loss then", "units added", "units split",
  ],
  rows: changedRows(changes, pairs),
  note: "μ = \(strengths[0]). \(seedsNote(changes.count))")
lesson.table(
  "What selective retraining chooses",
  columns: ["μ", "pixels", "of layer 1", "of layer 2", "ACC"],
  rows: zip(strengths, selecting).map(chosenRow),
  note: "Units chosen for a task, mean over the tasks after the first. "
    + seedsNote(changes.count))

// #hide
let added = changes.map { run in
  [1, 2, 3, 4].map { run.changes[$0].added.reduce(0, +) }
}
let easy = added.map { $0[0] + $0[1] }.reduce(0, +)
let hard = added.map { $0[2] + $0[3] }.reduce(0, +)
lesson.expect(
  "More units are added for the two hard tasks than for the two "
    + "before; some are split",
  found: "\(hard) against \(easy), \(changes.map(\.splits)) split",
  hard > easy && changes.allSatisfy { $0.splits > 0 })
let splits = changes.map { run in
  [1, 2, 3, 4].map { run.changes[$0].split.reduce(0, +) }
}
let (earlySplits, lateSplits) = (
  splits.map { $0[0] + $0[1] }.reduce(0, +),
  splits.map { $0[2] + $0[3] }.reduce(0, +)
)
lesson.expect(
  "More than twice as many are split for the second and third task "
    + "as for the two hard ones",
  found: "\(earlySplits) against \(lateSplits)",
  earlySplits > 2 * lateSplits)
let pixels = selecting.map { $0.chosen(0) }
lesson.expect(
  "At the weaker μ every pixel is chosen, at the stronger one less than "
    + "95 in 100",
  found: pixels.map(\.text).joined(separator: " and "),
  pixels[0].mean == Double(d) && pixels[1].mean < 0.95 * Double(d))

//: Added where the task is hard, split early on, while the units still have much to learn. DEN alone of
//: these methods forgets: units that were retrained and drifted by less than σ are not put back, and the tasks
//: that use them feel it. And at the weaker μ the selection selects nothing: a path of nonzero weights leads
//: from every pixel to every head. Five times as strong it leaves one pixel in twelve out, and costs accuracy.

//: ## 6.9 The bill
//: Now set them side by side: all that is kept from task to task, the networks and the masks.
//:
//: > predict: At 100 units a layer all these methods end within a few hundredths of each other. By how
//: > much do they differ in what they keep? And how small may five separate networks be?
lesson.step("bill")
let packing = PackNet(pruning: 0.75)
let narrow = pairs.hidden.map { $0 / 10 }
let smallest = lesson.journeys(
  of: [SeparateNetworks()], pairs, hidden: narrow)
let smaller =
  lesson.journeys(
    of: [SeparateNetworks(), PNN(), packing, cpg], pairs, hidden: small)
  + expanded
let widest =
  [first[1], first[2], packed[1], compacted[0]]
  + lesson.journeys(of: [den(strengths[0])], pairs)
lesson.figure(
  "memory",
  memoryFigure(
    widest,
    [
      ("PNN", planned.kept),
      ("separate networks", (1...20).map { $0 * plain.layout.count }),
    ], pairs))
let widths = [
  (narrow, smallest), (small, smaller), (pairs.hidden, widest),
]
lesson.figure(
  "parameters",
  parametersFigure(
    widths.flatMap(\.1), joint: first[3], widths.map(\.0), pairs))
lesson.table(
  "The bill",
  columns: ["method", "units at first", "numbers kept", "ACC", "BWT"],
  rows: widths.flatMap { hidden, all in all.map { $0.row(hidden) } },
  note: seedsNote(first[0].all.count))

// #hide
let quotients = [1, 2].map { widest[$0].kept / widest[0].kept }
lesson.expect(
  "After five tasks PNN keeps more than 1.4 times as much as separate "
    + "networks, PackNet less than 0.3 times",
  found: quotients.map(\.hundredths).joined(separator: " and "),
  quotients[0] > 1.4 && quotients[1] < 0.3)
lesson.expect(
  "BWT is 0 for the first four, and below 0 for DEN",
  found: widest.map(\.bwt.text).joined(separator: ", "),
  widest.dropLast().allSatisfy { $0.bwt.mean == 0 }
    && (widest.last?.bwt.mean ?? 0) < 0)
let fraction = smaller[0].kept / widest[1].kept
let modest = Statistics.paired(
  smaller[0].accuracies, minus: widest[1].accuracies)
let share = smaller[0].kept / widest[2].kept
let beside = Statistics.paired(
  smaller[0].accuracies, minus: widest[2].accuracies)
lesson.expect(
  "Separate networks of \(small[0]) units and PackNet with "
    + "\(pairs.hidden[0]) keep the same within a fifth, and are within "
    + "0.01 of each other",
  found: "\(share.hundredths) times, \(beside.text)",
  abs(share - 1) < 0.2 && abs(beside.mean) < 0.01)
lesson.expect(
  "Separate networks of \(small[0]) units keep less than a quarter of "
    + "what PNN keeps with \(pairs.hidden[0]), and are less than 0.02 "
    + "below",
  found: "\(fraction.hundredths), \(modest.text)",
  fraction < 0.25 && modest.mean > -0.02)

//: They differ by a factor of six. But look at the second question before admiring a mask: five separate
//: networks with thirty units a layer keep about as much as PackNet in one of a hundred, and are as
//: accurate. A method that saves weights must be set beside a small network, not beside a wasteful one. CPG
//: and PNN at thirty units lie above the line of separate networks, each by less than its own margin; at a
//: hundred none does. What would tip the scales is a stream whose tasks share more; 6.4 says how near to each
//: other they must be.

//: ## 6.10 Who says which task?
//: Each of these methods must be told the task: to choose the column, the mask, the width. What if nobody
//: says? The answer of column $k$ is $p(y \mid x, k)$, and what is wanted is
//:
//: $$ p(y \mid x) = \sum_k p(k \mid x)\, p(y \mid x, k) $$
//:
//: The second factor is there. The first is not: each column was trained on its own two kinds alone and
//: never saw an image that was none of its business. One can only ask all of them, and believe the
//: one that is surest.
//:
//: > predict: Five tasks, so a guess by chance finds one in five. How many does the surest column find?
lesson.step("guess")
let guesses = widest.map { $0.all.compactMap(\.guess) }
let replay = lesson.journeys(
  of: [ExperienceReplay(.balanced(.shared(100)))], pairs, .class)
let withImages = replay[0].acc.mean
lesson.figure(
  "guess",
  guessFigure(widest.map(\.name), guesses, replay: withImages, pairs))
lesson.figure(
  "taken",
  takenFigure(guesses[1], Pair.inOrder.map { pairs.name($0) }))

// #hide
let told = guesses.map { Statistics($0.map(\.told)).mean }
let guessed = guesses.map { Statistics($0.map(\.guessed)).mean }
lesson.expect(
  "Told the task all five are above 0.8; left to guess it, below 0.5 "
    + "and below replay with 100 images",
  found: zip(told, guessed).map { "\($0.hundredths), \($1.hundredths)" }
    .joined(separator: "; ") + "; replay \(withImages.hundredths)",
  (told.min() ?? 0) > 0.8
    && (guessed.max() ?? 1) < min(0.5, withImages))

//: About three in ten. A column is sure far away from what it has learnt, and nothing has ever told it
//: not to be: images of coats go to the column that knows sandals. It is the easy tasks whose columns are
//: surest, so that the hard ones lose all their images. What was never forgotten cannot be found. A hundred
//: images kept, and one head for all classes, do far better without being told anything: chapter 5 said
//: why, for a head learns which of two classes wins from images of both.
//:
//: So when such a method is said to forget nothing, ask what it was told. Where each task has weights of its
//: own and is named at the test, that nothing is forgotten is no result but the construction.

//: ## 6.11 What to remember
//: Weights that nobody else may move forget nothing; the price is paid in weights (columns), in room for
//: the tasks to come (masks), or in some forgetting (DEN), and always in having to be told the task.
//: An old column helps a new one as far as their tasks are nearly the same, and harms at first where they are
//: not; how loudly it is heard decides on both.
//:
//: **Try it.** Which of the figures change their message?
//:
//: - Set `few` in `Chapters/06-pnn/Pairs.swift` to 5. Does the related column still help at the last step?
//: - Give DEN a `driftThreshold` of 0.03 and of 0.3. How many units are split, and how much is forgotten?
//: - Give PackNet the tasks in the opposite order, hard ones first. Whom does giving back half starve now?
//:
//: **Further reading.**
//:
//: - S. C. Y. Hung, C.-H. Tu, C.-E. Wu, C.-H. Chen, Y.-M. Chan and C.-S. Chen, "Compacting, picking and growing
//:   for unforgetting continual learning", NeurIPS 2019.
//: - A. Mallya and S. Lazebnik, "PackNet: adding multiple tasks to a single network by iterative pruning",
//:   CVPR 2018.
//: - A. A. Rusu, N. C. Rabinowitz, G. Desjardins, H. Soyer, J. Kirkpatrick, K. Kavukcuoglu, R. Pascanu and R.
//:   Hadsell, "Progressive neural networks", arXiv:1606.04671, 2016.
//: - J. Yoon, E. Yang, J. Lee and S. J. Hwang, "Lifelong learning with dynamically expandable networks", ICLR
//:   2018.
lesson.finish()
