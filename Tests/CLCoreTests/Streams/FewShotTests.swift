import CLCore
import TestSupport
import Testing

@Suite("Few-shot episodes")
struct FewShotTests {
  private static func data() throws -> Dataset {
    try Dataset(Glyphs(classes: 12, seed: 3).images(perClass: 9, part: "train"))
  }

  @Test("A task has so many classes, of each so many images for support and others for query")
  func shape() throws {
    let data = try Self.data()
    let family = try FewShot(data, classes: Array(2..<12), ways: 5)
    #expect(family.inputs == 784 && family.outputs == 5 && family.classes == 10)
    var random = Random(seed: 1)
    let episodes = family.episodes(8, support: 2, query: 3, &random)
    #expect(episodes.support.inputs.shape == [8, 10, 784])
    #expect(episodes.query.inputs.shape == [8, 15, 784])
    let originals = (0..<data.count).map { Batch(data, [$0], task: 0).inputs.values }
    for task in 0..<8 {
      var classOfLabel: [Int: Set<Int>] = [:]
      var images: [Int] = []
      for examples in [episodes.support, episodes.query] {
        guard case .labels(let labels) = examples.targets else { return }
        for sample in 0..<examples.perTask {
          let row = task * examples.perTask + sample
          let image = examples.inputs.part(from: row * 784, [784]).values
          let position = try #require(originals.firstIndex(of: image))
          images.append(position)
          classOfLabel[labels[row], default: []].insert(data.originalClass(at: position))
        }
      }
      #expect(Set(images).count == 25)
      #expect(classOfLabel.count == 5 && classOfLabel.values.allSatisfy { $0.count == 1 })
      #expect(classOfLabel.values.allSatisfy { $0.isDisjoint(with: [0, 1]) })
      #expect(Set(classOfLabel.values).count == 5)
    }
  }

  @Test("Turned classes are the images turned by quarters, each a class of its own")
  func turned() throws {
    let data = try Self.data().filter(classes: [0])
    #expect(throws: StreamError.tooFewClasses(found: 1, needed: 4)) {
      try FewShot(data, ways: 4)
    }
    let family = try FewShot(data, ways: 4, turned: true)
    var random = Random(seed: 2)
    let support = family.episodes(1, support: 9, query: 0, &random).support
    let found = (0..<36).map { support.inputs.part(from: $0 * 784, [784]).values }
    for position in 0..<data.count {
      var image = Batch(data, [position], task: 0).inputs.values
      for _ in 0..<4 {
        #expect(found.contains(image))
        // Counter-clockwise: the last column becomes the first row.
        image = (0..<784).map { image[$0 % 28 * 28 + 27 - $0 / 28] }
      }
    }
  }

  @Test("Classes that the data do not have, or named twice, are refused")
  func misused() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try FewShot(FewShotTests.data(), classes: [1, 999], ways: 2)
    }
    expect(result, says: ["[1, 999]", "12"])
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try FewShot(FewShotTests.data(), classes: [3, 3], ways: 2)
    }
    expect(result, says: ["[3, 3]", "12"])
  }

  @Test("MAML learns to tell new characters apart from one image of each")
  func learns() throws {
    let data = try Dataset(Glyphs(classes: 40, seed: 3).images(perClass: 10, part: "train"))
    let seen = try FewShot(data, classes: Array(0..<30), ways: 3)
    let unseen = try FewShot(data, classes: Array(30..<40), ways: 3)
    let network = MLP(inputs: 784, hidden: [32], outputs: 3)
    var run = MetaRun(
      MAML(alpha: 0.3), Learner(network, Adam(rate: 2e-3), seed: 1), on: [seen],
      MetaTraining(iterations: 200, tasks: 8, support: 1, query: 4), seed: 1)
    try run.finish()
    var random = Random(seed: 2)
    let test = unseen.episodes(60, support: 1, query: 5, &random)
    let curve = run.learner.adaptationCurve(test, rate: 0.3, steps: 3, measuring: .accuracy)
    #expect(abs(curve.mean(after: 0) - 1 / 3.0) < 0.1)
    #expect(curve.mean(after: 3) > 0.55, "\(curve.mean(after: 3))")
  }
}
