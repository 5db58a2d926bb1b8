import Book
import CLCore
import Lessons

/// Two kinds of clothes to be told apart, by their places among the classes of the images.
struct Pair: Hashable, Sendable {
  let first, second: Int

  init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }

  static let sneakers = Pair(5, 7)
  static let dresses = Pair(1, 3)
  static let bags = Pair(8, 9)
  static let coats = Pair(2, 4)
  static let shirts = Pair(0, 6)
  /// All five, in the order in which this chapter learns them: the two that are hard come last.
  static let inOrder = [sneakers, dresses, bags, coats, shirts]
}

/// The tasks of this chapter, all made of the same images, and how they are learnt.
struct Pairs: Sendable {
  let images: LabelledImages
  /// Training images a class, and how many there are of a task that has few.
  let plenty, few: Int
  /// Test images a class.
  let tested: Int
  /// Widths of the hidden layers.
  let hidden: [Int]
  /// How long a task is trained on.
  let training: Training
  /// The steps after which a task with few images is tested, each about twice the one before.
  let looks: [Int]

  init(_ images: LabelledImages, _ profile: Profile) {
    self.images = images
    plenty = profile.pick(smoke: 60, quick: 500, full: 6000)
    few = profile.pick(smoke: 20, quick: 50, full: 50)
    tested = profile.pick(smoke: 30, quick: 250, full: 1000)
    hidden = profile.pick(smoke: [20, 20], quick: [100, 100], full: [100, 100])
    training = profile.pick(
      smoke: Training(iterations: 12, batchSize: 16),
      quick: Training(iterations: 120, batchSize: 64),
      full: Training(iterations: 2000, batchSize: 128))
    looks = profile.pick(
      smoke: [3, 6], quick: [3, 6, 12, 25, 50], full: [3, 6, 12, 25, 50, 100, 200, 400])
  }

  /// How many steps a task takes.
  var steps: Int { training.steps(training.length, samples: 0) }

  /// What a caption says of the network and its training.
  var words: String { words(hidden) }

  /// What a caption says of a network with such hidden layers and its training.
  func words(_ hidden: [Int]) -> String {
    "MLP \(hidden.widths), \(plenty) images a class, \(steps) "
      + "steps a task, batches of \(training.batchSize), Adam"
  }

  /// What a figure calls a pair.
  func name(_ pair: Pair) -> String {
    [pair.first, pair.second].map { images.classNames[$0].lowercased() }.joined(separator: ", ")
  }

  /// A pair as task number `index` of a stream, with so many training images a class, drawn by `seed`, and
  /// all images changed in one way.
  func task(
    _ pair: Pair, _ index: Int, perClass: Int? = nil, change: Transform = .identity, seed: UInt64
  ) -> Experience {
    let kinds = [pair.first, pair.second]
    var labels = [Int](repeating: 0, count: images.classNames.count)
    (labels[pair.first], labels[pair.second]) = (2 * index, 2 * index + 1)
    func part(_ data: Dataset, _ count: Int, _ name: String) -> Dataset {
      var random = Random(seed: seed, name)
      let both = data.filter(classes: kinds)
      let chosen = kinds.flatMap { kind in
        let own = (0..<both.count).filter { both.originalClass(at: $0) == kind }
        return random.permutation(own.count).prefix(count).map { own[$0] }
      }
      return both.subset(chosen).transformed(change).relabelled(labels)
    }
    return Experience(
      index: index, name: name(pair), train: part(images.train, perClass ?? plenty, "train"),
      test: part(images.test, tested, "test"), classes: 2 * index..<2 * index + 2)
  }

  /// Pairs one after another.
  func stream(
    _ pairs: [Pair] = Pair.inOrder, _ scenario: Scenario = .task, seed: UInt64
  ) -> TaskStream {
    TaskStream(
      name: "Pairs of \(images.name)", scenario: scenario,
      experiences: pairs.enumerated().map { task($1, $0, seed: seed) },
      outputNames: pairs.flatMap { [$0.first, $0.second] }.map { images.classNames[$0] })
  }

  /// A perceptron for a stream, with so many hidden units or the usual ones.
  func learner(_ stream: TaskStream, hidden: [Int]? = nil, seed: UInt64) -> Learner {
    Experiment { $0.hidden = hidden ?? self.hidden }.learner(for: stream, seed: seed, Adam())
  }
}
