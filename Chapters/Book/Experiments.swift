import CLCore
import Lessons

/// Five tasks of two classes each, classes dealt out by `seed`.
public func fiveTasks(
  _ images: LabelledImages, _ scenario: Scenario, _ scale: Scale, seed: UInt64? = nil
) throws -> TaskStream {
  try TaskStream.split(
    images, tasks: 5, scenario: scenario, seed: seed, testPerTask: scale.tested)
}

/// One method learning a whole stream, with the seed for everything that is drawn.
public func learn(
  _ method: any Strategy, _ stream: TaskStream, _ scale: Scale, seed: UInt64, _ progress: Meter
) throws -> Run {
  let network = MLP(inputs: stream.inputSize, hidden: scale.hidden, outputs: stream.outputs)
  let learner = Learner(network, Adam(), for: stream, seed: seed)
  var run = try Run(method, learner, on: stream, scale.training, seed: seed)
  while let event = try run.advance() {
    if case .learned(let task) = event { progress(task + 1, of: stream.count) }
  }
  return run
}
