import CLCore

/// A step of experience replay with as many kept samples as new ones, against a step of fine-tuning with
/// a batch twice as large: what drawing and joining the kept samples costs.
let replayStep: MakeRow = { name, setting in
  let work = TrainStep()
  let plain = try work.run(on: setting.images)
  var filled = try Run(
    ExperienceReplay(.balanced(.each(100))), plain.learner, on: plain.stream,
    Training(iterations: 20), seed: 1)
  try filled.finish()
  let replay = try Run(
    filled.strategy, plain.learner, on: plain.stream, plain.training, seed: 1)
  let large = TrainStep(batch: 2 * work.batch)
  let twice = try large.run(on: setting.images)
  return Row(
    name: name, unit: .stepsPerSecond,
    ours: { try work.stepsPerSecond(goingOnFrom: replay) },
    floor: { try large.stepsPerSecond(goingOnFrom: twice) },
    peer: large.peer(setting.peers), goals: [.floor(1 / 1.1, "a batch of 256"), .peer(2)])
}
