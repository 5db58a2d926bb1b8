extension DEN {
  /// Ends the stage under way and prepares the next; `nil` when the task is learnt.
  mutating func nextStage(_ task: Experience, _ learner: inout Learner) -> Stage? {
    let outputs = learner.active(task.index)
    let network = learner.perceptron(for: "DEN")
    switch progress?.stage {
    case nil:
      learner.trainable = network.layout.mask(body: task.index == 0 ? 1 : 0, outputs: [outputs])
      return task.index == 0 ? .first : .head
    case .first, .split: return nil
    case .head:
      let units = network.unitsBehind(outputs, at: learner.theta)
      let mask = network.mask(of: units, outputs: outputs)
      progress?.change.selected = units.map(\.count)
      let shrinking = Quadratic(weight: Real(decay) * mask, centre: .zeros(mask.shape))
      let well = pullBack(in: network.layout)?.merged(with: shrinking)
      progress?.well = well
      learner.trainable = mask
      return .retrain
    case .retrain:
      progress?.well = nil
      let loss = meanLoss(task, learner)
      progress?.change.loss = loss
      guard loss > lossThreshold, added > 0 else { return split(outputs, &learner) }
      expand(outputs, &learner)
      return .expand
    case .expand:
      removeIdleUnits(&learner)
      return split(outputs, &learner)
    }
  }

  /// λ‖Wᵗ − Wᵗ⁻¹‖², for what there was before the task below the head.
  private func pullBack(in layout: Layout) -> Quadratic? {
    guard let progress, let theta = progress.theta else { return nil }
    let old = progress.network.layout
    let nothing = Tensor.zeros([layout.count])
    // A new head has no Wᵗ⁻¹ but the weights it was drawn with, and earlier heads do not move. The pull has
    // no ½, which a quadratic does.
    let strength = Real(2 * pull) * old.mask(body: 1, outputs: [])
    return Quadratic(
      weight: layout.carry(strength, from: old, fresh: nothing),
      centre: layout.carry(theta, from: old, fresh: nothing))
  }

  private func meanLoss(_ task: Experience, _ learner: Learner) -> Double {
    let losses = task.train.batches(of: 500, task: task.index).map { batch in
      Double(batch.count)
        * Double(learner.crossEntropy(batch, at: Variable(learner.theta)).value.scalar)
    }
    return losses.reduce(0, +) / Double(task.train.count)
  }

  /// Adds units, of which what enters and leaves them is trained, and the head.
  private func expand(_ outputs: Range<Int>, _ learner: inout Learner) {
    let small = learner.perceptron(for: "DEN")
    let large = small.with(hidden: small.widths.map { $0 + added })
    let head = large.layout.mask(body: 1, outputs: [outputs])
    learner.trainable = nil
    learner.grow(into: large)
    let new = large.layout.carry(
      .zeros([small.layout.count]), from: small.layout, fresh: .ones([large.layout.count]))
    learner.trainable = head * new.replacing(head, in: large.head)
  }

  /// Removes the new units that nothing enters any more.
  private mutating func removeIdleUnits(_ learner: inout Learner) {
    guard let progress else { return }
    let network = learner.perceptron(for: "DEN")
    let kept = zip(network.hidden, zip(network.widths, progress.newUnits(of: network))).map {
      layer, units in
      (0..<units.0).filter { unit in
        !units.1.contains(unit) || learner.theta[entering: unit, layer].norm > 0
      }
    }
    let (smaller, theta) = network.selecting(kept, of: learner.theta)
    learner.replace(smaller, theta)
    self.progress?.change.added = zip(kept, progress.network.widths).map { $0.count - $1 }
  }

  /// Splits what has drifted too far; `nil` if nothing has.
  private mutating func split(_ outputs: Range<Int>, _ learner: inout Learner) -> Stage? {
    guard let progress, let before = progress.theta else { return nil }
    let network = learner.perceptron(for: "DEN")
    let drift = network.drift(learner.theta, from: before, progress.network)
    let units = drift.map { layer in layer.indices.filter { layer[$0] > driftThreshold } }
    self.progress?.change.drift = drift
    self.progress?.change.split = units.map(\.count)
    if units.allSatisfy(\.isEmpty) { return nil }
    let (larger, theta) = network.splitting(
      units, at: learner.theta, from: before, progress.network, for: outputs)
    learner.replace(larger, theta)
    learner.trainable = larger.layout.mask(body: 1, outputs: [outputs])
    let well = pullBack(in: larger.layout)
    self.progress?.well = well
    return .split
  }
}

extension Learner {
  /// Takes another network with weights for it, [P]; the optimiser begins anew.
  fileprivate mutating func replace(_ network: MLP, _ theta: Tensor) {
    trainable = nil
    optimizer.reset()
    self.network = network
    self.theta = theta
  }
}

extension Tensor {
  /// This vector [P] with a layer's numbers taken from another.
  fileprivate func replacing(_ other: Tensor, in layer: Linear) -> Tensor {
    var result = self
    result.write { result in
      other.read { other in
        for slot in [layer.weight, layer.bias] { for i in slot.range { result[i] = other[i] } }
      }
    }
    return result
  }
}
