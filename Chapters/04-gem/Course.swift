import Book
import CLCore
import Lessons

/// The protocol of Lopez-Paz and Ranzato (2017) on a smaller scale: a thousand samples a task, each seen
/// once in batches of ten, gradient descent; tasks differ in how the images are permuted or turned.
struct Course: Sendable {
  let images: LabelledImages
  /// How many tasks a stream has, and how many a short one has.
  let tasks, fewTasks: Int
  /// Training samples a task.
  let samples: Int
  /// Samples of each old task that a method keeps.
  let kept: Int
  /// Test images a task; `nil` is all.
  let tested: Int?

  init(_ images: LabelledImages, _ profile: Profile) {
    self.images = images
    tasks = profile.pick(smoke: 3, quick: 8, full: 20)
    fewTasks = profile.pick(smoke: 3, quick: 4, full: 5)
    samples = profile.pick(smoke: 120, quick: 1000, full: 1000)
    kept = profile.pick(smoke: 10, quick: 50, full: 256)
    tested = profile.pick(smoke: 50, quick: 300, full: nil)
  }

  /// The protocol with tasks of one kind.
  private func experiment(_ stream: StreamKind) -> Experiment {
    Experiment {
      ($0.stream, $0.scenario, $0.tasks) = (stream, .domain, tasks)
      ($0.trainPerTask, $0.testPerTask) = (samples, tested)
      if stream == .permuted { $0.firstAsIs = true }
      $0.hidden = [100, 100]
      $0.training = Training(epochs: 1, batchSize: 10)
    }
  }

  /// Tasks of all ten kinds, the pixels of each in an order of its own.
  func permuted(_ seed: UInt64) throws -> TaskStream {
    try experiment(.permuted).makeStream(images, seed: seed)
  }

  /// Tasks of all ten kinds, the images of each turned further than those before: as in the authors'
  /// program, 0° to 180° are cut into equal parts, and each task's angle is drawn from its part.
  func rotated(_ seed: UInt64, tasks: Int? = nil) throws -> TaskStream {
    var experiment = experiment(.rotated)
    experiment.degrees = .binned
    experiment.tasks = tasks ?? self.tasks
    return try experiment.makeStream(images, seed: seed)
  }

  /// A run that has not begun; everything that is drawn comes from `seed`. Without other instructions each
  /// sample is seen once, except by joint training, which is there to say what the samples hold.
  func run(
    _ entry: Entry, _ stream: TaskStream, _ seed: UInt64, _ training: Training? = nil
  ) throws -> Run {
    var experiment = experiment(.permuted)
    experiment.use(SGD(rate: entry.rate))
    experiment.training =
      training ?? Training(epochs: entry.method is Joint ? 5 : 1, batchSize: 10)
    return try experiment.run(entry.method, on: stream, seed: seed)
  }

  /// A run that has learnt the whole stream.
  func learn(_ entry: Entry, _ stream: TaskStream, _ seed: UInt64, _ progress: Meter) throws -> Run
  {
    var run = try run(entry, stream, seed)
    try run.finish(progress)
    return run
  }

  /// What a caption says of the training.
  var words: String {
    "MLP 100-100, \(samples) samples a task, each seen once in batches of 10; \(kept) kept a task"
  }
}

extension Lesson {
  /// What comes of each entry on the streams that `stream` makes, over five seeds.
  func outcomes(
    of entries: [Entry], _ what: String, _ course: Course,
    on stream: @escaping @Sendable (UInt64) throws -> TaskStream
  ) -> [Outcome] {
    let runs = seeds(5, of: entries, what) { entry, seed, progress in
      try Learnt(course.learn(entry, stream(seed), seed, progress))
    }
    return zip(entries, runs).map { Outcome(.domain, $0.method, $1) }
  }
}

/// A method with its learning rate.
struct Entry: Sendable {
  let method: any Strategy
  let rate: Double

  init(_ method: any Strategy, rate: Double) {
    self.method = method
    self.rate = rate
  }
}
