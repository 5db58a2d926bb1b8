import CLCore

/// A training step beside the penalties of so many old tasks, against one without.
///
/// The old tasks are learnt by EWC itself. They have the same images: what a penalty costs does not
/// depend on what was learnt.
func ewcStep(tasks: Int) -> MakeRow {
  { name, setting in
    let work = TrainStep()
    let plain = try work.run(on: setting.images)
    var (method, learner): (any Strategy, Learner) = (EWC(lambda: 100, samples: 200), plain.learner)
    for task in 0..<tasks {
      var run = try Run(
        method, learner, on: plain.stream, Training(iterations: 20), seed: UInt64(task))
      try run.finish()
      (method, learner) = (run.strategy, run.learner)
    }
    // Both go on from the same weights: what a ReLU leaves at 0 decides how long a product takes.
    let penalised = try Run(method, learner, on: plain.stream, plain.training, seed: 1)
    let free = try Run(FineTuning(), learner, on: plain.stream, plain.training, seed: 1)
    return Row(
      name: name, unit: .stepsPerSecond,
      ours: { try work.stepsPerSecond(goingOnFrom: penalised) },
      floor: { try work.stepsPerSecond(goingOnFrom: free) },
      peer: setting.peers.map { peers in
        {
          try peers.figure(
            "penalty_iters_per_s", from: "ewc.py",
            [
              "--tasks", "\(tasks)", "--adam", "fused", "--batch", "\(work.batch)", "--iters",
              "300",
              "--repeat", "1",
            ])
        }
      }, goals: [.floor(1 / 1.12, "train-step")])
  }
}
