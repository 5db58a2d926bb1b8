import Book
import CLCore
import Lessons

/// The streams of this chapter, all of the same images.
///
/// Each class keeps a part of its training images, so that the profile decides how long it takes to
/// look at all of them.
struct Streams: Sendable {
  let images: LabelledImages
  let scale: Scale
  /// Training images a class, at most.
  let kept: Int

  init(_ images: LabelledImages, _ scale: Scale, _ profile: Profile) {
    self.images = images
    self.scale = scale
    let wanted = profile.pick(smoke: 100, quick: 1000, full: 5000)
    kept = min(wanted, images.train.count / images.classNames.count)
  }

  /// Five tasks of two classes each, dealt out by `seed`; in their natural order without one.
  func five(_ scenario: Scenario, seed: UInt64? = nil) throws -> TaskStream {
    try TaskStream.split(
      images, tasks: 5, scenario: scenario, seed: seed, trainPerTask: 2 * kept,
      testPerTask: scale.tested)
  }

  /// One task of all classes; the training images of the class `missing` are kept back.
  func single(without missing: Int? = nil) throws -> TaskStream {
    let classes = images.classNames.indices
    let whole = try TaskStream.split(
      images, tasks: 1, scenario: .class, trainPerTask: kept * classes.count,
      testPerTask: scale.tested.map { 4 * $0 })
    let task = whole[0]
    let shown = task.train.filter(classes: classes.filter { $0 != missing })
    return TaskStream(
      name: whole.name, scenario: .class,
      experiences: [
        Experience(
          index: 0, name: task.name, train: shown, test: task.test, classes: task.classes)
      ], outputNames: whole.outputNames)
  }

  /// A run of `method` on the five tasks dealt out by `seed`, which has not begun.
  ///
  /// Asked for the class, all methods choose among the classes met so far, as iCaRL does by itself: the
  /// others would else learn from the start to say no to classes that are still to come.
  func run(_ method: any Strategy, _ scenario: Scenario, seed: UInt64) throws -> Run {
    var run = try scale.run(method, five(scenario, seed: seed), seed)
    run.learner.activeOutputs = .seen
    return run
  }

  /// One method learning all five tasks.
  func learn(
    _ method: any Strategy, _ scenario: Scenario = .class, seed: UInt64, _ progress: Meter
  ) throws -> Run {
    var run = try run(method, scenario, seed: seed)
    try run.finish(progress)
    return run
  }
}
