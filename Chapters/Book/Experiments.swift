import CLCore
import Lessons

extension Scale {
  /// A perceptron for `stream` with fresh weights drawn from `seed`, and Adam.
  public func learner(_ stream: TaskStream, _ seed: UInt64) -> Learner {
    experiment.learner(for: stream, seed: seed, Adam())
  }

  /// A run of `method` on `stream` that has not begun; everything that is drawn comes from `seed`.
  public func run(_ method: any Strategy, _ stream: TaskStream, _ seed: UInt64) throws -> Run {
    try experiment.run(method, on: stream, seed: seed)
  }
}

/// Five tasks of two classes each, dealt out by `seed`; in their natural order without one.
public func fiveTasks(
  _ images: LabelledImages, _ scenario: Scenario, _ scale: Scale, seed: UInt64? = nil
) throws -> TaskStream {
  try TaskStream.split(
    images, tasks: 5, scenario: scenario, seed: seed, testPerTask: scale.tested)
}

/// What comes of one method learning a whole stream; everything that is drawn comes from `seed`.
public func learn(
  _ method: any Strategy, _ stream: TaskStream, _ scale: Scale, seed: UInt64, _ progress: Meter
) throws -> Learnt {
  var run = try scale.run(method, stream, seed)
  try run.finish(progress)
  return Learnt(run)
}

extension Run {
  /// Learns what is left of the stream, and tells of each task that has been learnt.
  public mutating func finish(_ progress: Meter) throws {
    try finish { event, run in
      if case .learned(let task) = event { progress(task + 1, of: run.stream.count) }
    }
  }
}
