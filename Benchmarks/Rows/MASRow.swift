import CLCore

/// MAS's importance of 1000 samples, each sample's own derivative in magnitude, against the gradient of
/// one batch of them.
@Sendable func masOmega(_ name: String, _ setting: Setting) throws -> Row {
  let samples = 1000
  let (learner, data) = try TrainStep().trained(on: setting.images, samples: samples)
  return Row(
    name: name, unit: .milliseconds,
    ours: { 1000 / rate(stride: 1) { _ = learner.outputSensitivity(data, task: 0) } },
    floor: {
      1000 / rate(stride: 1) { _ = learner.gradient(Batch(data, Array(0..<samples), task: 0)) }
    }, goals: [.floor(1 / 1.5, "one gradient")])
}
