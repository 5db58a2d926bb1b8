import Book
import CLCore
import Lessons

/// The streams of this chapter, all of the same images.
///
/// Each task keeps a part of its training images: what a method does with all images of a task, when
/// it has been learnt, would else take longer than the learning.
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

  /// The ten classes dealt out to `tasks` tasks, in their natural order without a seed.
  func split(_ tasks: Int, _ scenario: Scenario, seed: UInt64? = nil) throws -> TaskStream {
    try TaskStream.split(
      images, tasks: tasks, scenario: scenario, seed: seed,
      trainPerTask: kept * images.classNames.count / tasks, testPerTask: scale.tested)
  }

  /// Ten tasks of all classes, each with an order of pixels of its own.
  func permuted(seed: UInt64) throws -> TaskStream {
    try TaskStream.permuted(
      images, tasks: 10, scenario: .domain, seed: seed, trainPerTask: 2 * kept,
      testPerTask: min(200, images.test.count))
  }
}
