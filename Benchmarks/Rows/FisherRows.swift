import CLCore

/// The diagonal Fisher information of 1000 samples under 784-400-400-10.
func fisher(_ kind: Fisher, goals: [Goal]) -> MakeRow {
  { name, setting in
    let samples = 1000
    let (learner, data) = try TrainStep().trained(on: setting.images, samples: samples)
    return Row(
      name: name, unit: .milliseconds,
      ours: { 1000 / rate(stride: 1) { _ = learner.fisher(kind, of: data, task: 0) } },
      peer: setting.peers.map { peers in
        {
          1000
            * (try peers.figure(
              "fisher_s", "trick", from: "ewc.py",
              ["--fisher-n", "\(samples)", "--iters", "1", "--repeat", "3"]))
        }
      }, goals: goals)
  }
}
