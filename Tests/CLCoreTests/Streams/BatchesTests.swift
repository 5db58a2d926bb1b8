import CLCore
import Foundation
import Testing

@Suite("Batches")
struct BatchesTests {
  @Test("Endless batches are full, and every epoch's worth holds each sample once")
  func endless() {
    var batches = Batches(count: 10, size: 4, random: Random(seed: 1))
    let drawn = (0..<15).flatMap { _ in batches.nextEndless() }
    #expect(drawn.count == 60)
    let epochs = stride(from: 0, to: 60, by: 10).map { Array(drawn[$0..<$0 + 10]) }
    #expect(epochs.allSatisfy { $0.sorted() == Array(0..<10) })
    #expect(Set(epochs).count == 6)
  }

  @Test("A batch may be larger than the data")
  func large() {
    var batches = Batches(count: 3, size: 7, random: Random(seed: 1))
    let drawn = (0..<3).flatMap { _ in batches.nextEndless() }
    #expect(drawn.count == 21)
    #expect((0..<3).allSatisfy { sample in drawn.filter { $0 == sample }.count == 7 })
  }

  @Test("With epochs, each one holds every sample once and then the sequence ends")
  func epochs() {
    let batches = Batches(count: 10, size: 4, epochs: 2, random: Random(seed: 2))
    let drawn = Array(batches)
    #expect(drawn.map(\.count) == [4, 4, 2, 4, 4, 2])
    #expect(drawn[..<3].flatMap { $0 }.sorted() == Array(0..<10))
    #expect(drawn[3...].flatMap { $0 }.sorted() == Array(0..<10))
  }

  @Test("The seed decides the order")
  func seeds() {
    func first(_ seed: UInt64) -> [Int]? {
      var batches = Batches(count: 100, size: 20, random: Random(seed: seed))
      return batches.next()
    }
    #expect(first(1) == first(1))
    #expect(first(1) != first(2))
  }

  @Test("A saved sequence goes on where it stopped", arguments: [0, 1, 3, 5, 12])
  func resumed(steps: Int) throws {
    for epochs in [nil, 4] {
      var batches = Batches(count: 10, size: 4, epochs: epochs, random: Random(seed: 3))
      for _ in 0..<steps { _ = batches.next() }
      let saved = try JSONEncoder().encode(batches)
      var restored = try JSONDecoder().decode(Batches.self, from: saved)
      for _ in 0..<8 { #expect(restored.next() == batches.next()) }
    }
  }

  @Test("Saved numbers that contradict each other are refused")
  func corrupted() {
    let saved = #"{"count":10,"size":4,"epoch":1,"random":{"state":1},"used":11}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Batches.self, from: Data(saved.utf8))
    }
  }
}
