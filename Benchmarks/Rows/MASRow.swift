import CLCore

/// MAS's importance of 1000 samples, each sample's own derivative in magnitude, against the gradient of
/// one batch of them.
@Sendable func masOmega(_ name: String, _ setting: Setting) throws -> Row {
  let samples = 1000
  var run = try TrainStep().run(on: setting.images)
  for _ in 0..<200 { _ = try run.advance() }
  let learner = run.learner
  let data = run.stream[0].train.prefix(samples)
  return Row(
    name: name, unit: .milliseconds,
    ours: { 1000 / rate(stride: 1) { _ = learner.outputSensitivity(data, task: 0) } },
    floor: {
      1000 / rate(stride: 1) { _ = learner.gradient(Batch(data, Array(0..<samples), task: 0)) }
    }, goals: [.floor(1 / 1.5, "one gradient")])
}
