import Book
import CLCore
import Lessons

/// Characters to learn to learn from, and others to be judged on: a task is to tell five apart.
struct Characters: Sendable {
  /// What tables call it.
  let name: String
  let background, evaluation: FewShot
  let sheet: Dataset
  /// What tells these characters from any others.
  let identity: String

  /// Tasks of five characters each; each character counts four times, turned by quarters.
  init(_ name: String, _ background: Dataset, _ evaluation: Dataset) throws {
    self.name = name
    self.background = try FewShot(background, ways: 5, turned: true)
    self.evaluation = try FewShot(evaluation, ways: 5, turned: true)
    sheet = evaluation
    identity = "\(name) \(background.store.checksum) \(evaluation.store.checksum)"
  }

  /// Alphabets that the program invents: eight to learn from, two to be judged on, ten characters each.
  static func glyphs() throws -> Characters {
    let glyphs = Glyphs(classes: 100, seed: 1)
    let images = Dataset(try glyphs.images(perClass: 20, part: "train"))
    let seen = glyphs.alphabet(0).lowerBound..<glyphs.alphabet(7).upperBound
    return try Characters(
      "Glyphs", images.filter(classes: seen), images.filter(classes: seen.upperBound..<100))
  }

  /// Omniglot, if its archives are where data are looked for.
  static func omniglot() throws -> (characters: Characters, source: String)? {
    guard let found = try DatasetSearch().omniglot() else { return nil }
    let characters = try Characters("Omniglot", found.background, found.evaluation)
    return (characters, found.source)
  }
}

extension Lesson {
  /// Omniglot and where it was found, if it was; what follows depends on it.
  func omniglot() -> (characters: Characters, source: String)? {
    let found = attempt { try Characters.omniglot() }
    if let found { depends(on: found.characters.identity) }
    return found
  }
}

/// How few-shot learning is trained and tested: five characters a task, one image of each to adapt on.
struct Shots: Sendable {
  /// Meta-steps.
  let iterations: Int
  /// Test tasks.
  let tested: Int
  /// Steps of adaptation at the test.
  static let steps = 5

  init(_ profile: Profile) {
    iterations = profile.pick(smoke: 10, quick: 200, full: 5000)
    tested = profile.pick(smoke: 20, quick: 150, full: 600)
  }

  /// What comes of meeting so many tasks with `method`.
  func learn(
    _ method: any MetaStrategy, _ characters: Characters, rate alpha: Double,
    iterations: Int? = nil,
    seed: UInt64, _ progress: Meter
  ) throws -> Shot {
    let count = iterations ?? self.iterations
    let learner = Learner(MLP(inputs: 784, hidden: [64], outputs: 5), Adam(rate: 2e-3), seed: seed)
    var run = MetaRun(
      method, learner, on: [characters.background],
      MetaTraining(iterations: count, tasks: 8, support: 1, query: 5), seed: seed)
    try run.finish { _, run in progress(run.stepsMade, of: max(count, 1)) }
    var random = Random(seed: seed, "test tasks")
    let episodes = characters.evaluation.episodes(tested, support: 1, query: 5, &random)
    let curve = run.learner.adaptationCurve(
      episodes, rate: alpha, steps: Self.steps, measuring: .accuracy)
    return Shot(
      accuracies: (0...Self.steps).map { curve.mean(after: $0) },
      reach: run.learner.reach(on: episodes.support.picking(Array(0..<20)), rate: alpha))
  }
}

/// A network on new characters.
struct Shot: Codable {
  /// The accuracy after 0…5 steps.
  let accuracies: [Double]
  /// How far the first step goes: see `Learner.reach`.
  let reach: Double
}
