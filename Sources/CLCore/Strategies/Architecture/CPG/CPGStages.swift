extension CPG {
  /// Ends the stage under way and begins the next; `nil` when the task is learnt.
  mutating func nextStage(
    _ task: Experience, _ held: Dataset, _ learner: inout Learner
  ) -> Stage? {
    guard let stage = progress?.stage else {
      begin(task, &learner)
      return progress?.stage
    }
    let reached = accuracy(task, held, learner)
    switch stage {
    case .goal:
      if case .alone(let less) = goal { progress?.goal = reached - less }
      progress?.beginPick(task, rate: maskRate, &learner)
    case .pick:
      // The first task's own network is the network itself.
      if task.index == 0, case .alone(let less) = goal { progress?.goal = reached - less }
      if reached < wanted && hasRoomToGrow {
        progress?.grow(by: growth, &learner)
        progress?.beginPick(task, rate: maskRate, &learner)
      } else {
        let goal = min(wanted, reached)
        progress?.goal = goal
        progress?.save(learner)
        progress?.beginCompacting(0, task, &learner)
      }
    case .compact(let place):
      guard reached >= wanted else {
        progress?.restore(&learner)
        return nil
      }
      progress?.sparsity = Self.sparsities[place]
      progress?.save(learner)
      guard place + 1 < Self.sparsities.count else { return nil }
      progress?.beginCompacting(place + 1, task, &learner)
    }
    return progress?.stage
  }

  private mutating func begin(_ task: Experience, _ learner: inout Learner) {
    switch goal {
    case .accuracy(let wanted): progress?.goal = wanted
    case .alone where task.index > 0: progress?.beginGoal(&learner)
    case .alone: break
    }
    if progress?.stage == nil { progress?.beginPick(task, rate: maskRate, &learner) }
  }

  private var wanted: Double { progress?.goal ?? 0 }

  private var hasRoomToGrow: Bool {
    1 + Double((progress?.growths ?? 0) + 1) * growth <= widest + 1e-9
  }

  private func accuracy(_ task: Experience, _ held: Dataset, _ learner: Learner) -> Double {
    let theta = progress?.picks.map { learner.theta.gated(by: $0.gate) } ?? learner.theta
    return learner.accuracy(at: theta, on: held, task: task.index)
  }
}

extension CPG.Progress {
  /// The scores of inputs [n, size] → [n, outputs] for a task that has been learnt, by the network as it was
  /// then, for the one under way, or for one that is still to come.
  func scores(_ x: Tensor, task: Int, _ learner: Learner) -> Tensor {
    if task < learnt.count {
      // While the goal is sought, the learner's own θ is that of another network.
      let theta = stage == .goal ? self.theta ?? learner.theta : learner.theta
      let network = learnt[task].network
      let narrow = network.layout.carry(
        theta, from: learner.network.layout, fresh: .zeros([network.layout.count]))
      let used = narrow.gated(by: learnt[task].used.tensor)
      return network(Variable(x), at: Variable(used), task: task).value
    }
    guard let picks, task == learnt.count else { return learner.scores(x, task: task) }
    let used = learner.theta.gated(by: picks.gate)
    return learner.network(Variable(x), at: Variable(used), task: task).value
  }
}
