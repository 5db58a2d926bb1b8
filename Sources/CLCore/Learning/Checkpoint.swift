/// All that a run needs to go on as if it had never been stopped: the learner with its optimiser and
/// random numbers, the method with what it remembers, R, and the place in the stream and in the
/// order of the samples. The data are not in it, only a fingerprint that tells the stream from others.
public struct Checkpoint: Sendable, Codable {
  let saved: SavedLoop<any Strategy, Training, Run.Position, Own>

  /// What a `MetaRun` does not have.
  struct Own: Sendable, Codable {
    let matrix: AccuracyMatrix
    let order: Batches?
    let streamFingerprint: String
  }

  init(_ run: Run) {
    saved = SavedLoop(
      learner: run.learner, strategy: run.strategy, training: run.training, position: run.position,
      seconds: run.seconds,
      own: Own(matrix: run.matrix, order: run.order, streamFingerprint: run.stream.fingerprint))
  }

  /// Writes the run, tensors bit for bit.
  public func encode(to encoder: any Encoder) throws {
    try saved.encode(saved.strategy, to: encoder)
  }

  /// Reads what `encode` wrote; throws `RunError.otherFormat` when another version of this library wrote it,
  /// and `DecodingError` when a type is not among the `Kinds`.
  public init(from decoder: any Decoder) throws {
    saved = try SavedLoop(from: decoder, \.strategies) { position, own in
      (0...own.matrix.tasks).contains(position.task)
        && position.sources.allSatisfy { (0..<own.matrix.tasks).contains($0) }
    }
  }
}

extension Run {
  /// The run as it stands, to be saved between any two steps.
  public var checkpoint: Checkpoint { Checkpoint(self) }

  /// Goes on from a checkpoint, on the stream it was made on.
  ///
  /// - Throws: `RunError.otherStream` when the stream has other tasks, other samples or another order
  ///   of either than the one it was made on.
  public init(resuming checkpoint: Checkpoint, on stream: TaskStream) throws {
    let saved = checkpoint.saved
    guard saved.own.streamFingerprint == stream.fingerprint else { throw RunError.otherStream }
    self.stream = stream
    (learner, strategy, training) = (saved.learner, saved.strategy, saved.training)
    (position, seconds) = (saved.position, saved.seconds)
    (matrix, order) = (saved.own.matrix, saved.own.order)
    leaveOutHeldBack()
  }
}
