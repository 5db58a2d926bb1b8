import CLCore
import Foundation
import Testing

@Suite("Episodes and sinusoids")
struct EpisodesTests {
  @Test("A sinusoid's samples lie on it, and within the bounds of its family")
  func sinusoids() {
    let family = Sinusoids(amplitudes: 1...2, phases: 0.5...1.5, domain: -3...4, tellsTask: true)
    var random = Random(seed: 1)
    let episodes = family.episodes(50, support: 3, query: 7, &random)
    #expect(episodes.support.inputs.shape == [50, 3, 3])
    #expect(episodes.query.inputs.shape == [50, 7, 3])
    for examples in [episodes.support, episodes.query] {
      guard case .values(let values) = examples.targets else { return }
      for i in 0..<values.count {
        let (x, amplitude, phase) = (
          Double(examples.inputs[3 * i]), Double(examples.inputs[3 * i + 1]),
          Double(examples.inputs[3 * i + 2])
        )
        #expect((-3...4).contains(x) && (1...2).contains(amplitude) && (0.5...1.5).contains(phase))
        #expect(abs(Double(values[i]) - amplitude * sin(x - phase)) < 1e-5)
        // All samples of a task are of one wave.
        let first = i / examples.perTask * examples.perTask
        #expect(examples.inputs[3 * first + 1] == examples.inputs[3 * i + 1])
      }
    }
    #expect(episodes.support.inputs[0] != episodes.query.inputs[0])
  }

  @Test("The oracle's tasks are those of the same seed without their numbers")
  func oracle() {
    var (random, same) = (Random(seed: 1), Random(seed: 1))
    let plain = Sinusoids().episodes(4, support: 2, query: 3, &random)
    let told = Sinusoids(tellsTask: true).episodes(4, support: 2, query: 3, &same)
    #expect(plain.query.targets == told.query.targets)
    #expect(plain.query.inputs[5] == told.query.inputs[15])
  }

  @Test("Tasks are picked, and samples cut out and joined, of both kinds of target")
  func pieces() {
    for all in [SmallTasks.values(4, support: 6, query: 3), SmallTasks.labels(4)] {
      let examples = all.support.joining(all.query)
      #expect(examples.tasks == 4 && examples.perTask == 9)
      #expect(examples.samples(0..<6) == all.support && examples.samples(6..<9) == all.query)
      let some = examples.samples([7, 0, 1])
      #expect(some.samples(1..<3) == examples.samples(0..<2))
      #expect(some.samples([0]) == examples.samples(7..<8))
      let picked = examples.picking([2, 0, 2])
      #expect(picked.picking([0]) == picked.picking([2]))
      #expect(picked.picking([1]) == examples.picking([0]))
      #expect(examples.picking([2]).appending(examples.picking([0, 2])) == picked)
    }
  }
}
