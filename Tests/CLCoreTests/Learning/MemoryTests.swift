import CLCore
import Foundation
import TestSupport
import Testing

@Suite("A memory")
struct MemoryTests {
  /// Samples whose input says which they are: [n, 2], with labels and tasks by turns.
  private func numbered(_ numbers: Range<Int>, classes: Int = 1, tasks: Int = 1) -> Batch {
    let inputs = Tensor(numbers.flatMap { [Real($0), Real($0 % 7)] }, [numbers.count, 2])
    return Batch(
      inputs: inputs, labels: numbers.map { $0 % classes }, tasks: numbers.map { $0 % tasks })
  }

  private func numbers(_ batch: Batch) -> [Int] {
    batch.inputs.columns(0..<1).values.map { Int($0) }
  }

  /// Every memory there is, of at most 30 samples after numbers of up to 5 classes and 3 tasks.
  private let kinds: [Memory] = [Memory.Rule.first, .latest, .uniform].flatMap { rule in
    [
      Memory(.together, .each(30), keeping: rule), Memory(.task, .each(10), keeping: rule),
      Memory(.class, .each(2), keeping: rule), Memory(.class, .shared(30), keeping: rule),
      Memory(.task, .shared(30), keeping: rule),
    ]
  }

  @Test("never holds more than its budget, and all of it once enough was met")
  func budget() {
    var random = Random(seed: 1)
    for var memory in kinds {
      for first in stride(from: 0, to: 300, by: 13) {
        // Classes and tasks come one after the other.
        let batch = numbered(
          first..<first + 13, classes: min(5, 1 + first / 50), tasks: min(3, 1 + first / 100))
        memory.offer(batch, &random)
        #expect(memory.count <= 30)
        #expect(Set(memory.positions).count == memory.count)
        #expect(memory.groups.map { memory.positions(of: $0).count }.reduce(0, +) == memory.count)
      }
      #expect(memory.count == 30, "\(memory.grouping), \(memory.rule)")
    }
  }

  @Test("gives back what it was offered: input, label and task of one sample, none of them twice")
  func whole() {
    var random = Random(seed: 2)
    for var memory in kinds {
      for first in stride(from: 0, to: 210, by: 30) {
        memory.offer(numbered(first..<first + 30, classes: 5, tasks: 3), &random)
      }
      let kept = memory.batch(memory.positions)
      let names = numbers(kept)
      #expect(Set(names).count == names.count)
      for (i, number) in names.enumerated() {
        #expect(kept.inputs[i, 1] == Real(number % 7))
        #expect(kept.labels[i] == number % 5)
        #expect(kept.task(at: i) == number % 3)
      }
      for group in memory.groups {
        let own = memory.batch(of: group)
        #expect(own.labels.allSatisfy { $0 == group.label ?? $0 })
        #expect((0..<own.count).allSatisfy { own.task(at: $0) == group.task ?? own.task(at: $0) })
      }
    }
  }

  @Test("a ring holds exactly the latest samples of each task, also when its share has shrunk")
  func ring() {
    var random = Random(seed: 3)
    var memory = Memory.ring(perTask: 8)
    var shrinking = Memory(.task, .shared(16), keeping: .latest)
    for first in stride(from: 0, to: 60, by: 5) {
      let batch = numbered(first..<first + 5, tasks: first < 30 ? 1 : 2)
      memory.offer(batch, &random)
      shrinking.offer(batch, &random)
    }
    for ring in [memory, shrinking] {
      #expect(numbers(ring.batch(of: .task(0))).sorted() == (44..<60).filter { $0 % 2 == 0 })
      #expect(numbers(ring.batch(of: .task(1))).sorted() == (44..<60).filter { $0 % 2 == 1 })
    }
    shrinking.offer(numbered(60..<62, tasks: 62), &random)  // tasks 60 and 61: four share 16
    #expect(numbers(shrinking.batch(of: .task(0))).sorted() == [52, 54, 56, 58])
    shrinking.offer(numbered(100..<102, tasks: 2), &random)
    #expect(numbers(shrinking.batch(of: .task(0))).sorted() == [54, 56, 58, 100])
  }

  @Test("the first ones stay in order, and a smaller share is a prefix of a larger one")
  func prefixes() {
    var random = Random(seed: 4)
    var memory = Memory.exemplars(.shared(12))
    memory.offer(
      Batch(inputs: numbered(0..<20).inputs, labels: .init(repeating: 0, count: 20), task: 0),
      &random)
    var longer = numbers(memory.batch(of: .class(0, ofTask: 0)))
    #expect(longer == Array(0..<12))
    for label in 1..<5 {
      memory.offer(
        Batch(inputs: numbered(0..<20).inputs, labels: .init(repeating: label, count: 20), task: 0),
        &random)
      let shorter = numbers(memory.batch(of: .class(0, ofTask: 0)))
      #expect(shorter == Array(longer.prefix(12 / (label + 1))))
      longer = shorter
    }
  }

  @Test(
    "a reservoir keeps every sample with equal probability, whenever it came and also when shrunk")
  func uniform() throws {
    var random = Random(seed: 5)
    let runs = 4000
    for shrinks in [false, true] {
      var kept = [Int](repeating: 0, count: 40)
      for _ in 0..<runs {
        var memory = Memory.balanced(shrinks ? .shared(16) : .each(8))
        let inputs = numbered(0..<40).inputs
        for first in stride(from: 0, to: 40, by: 10) {
          memory.offer(
            Batch(
              inputs: inputs.rows(first..<first + 10), labels: .init(repeating: 0, count: 10),
              task: 0), &random)
          // A second class comes when 20 have been met.
          if first == 10 {
            memory.offer(Batch(inputs: .zeros([3, 2]), labels: [1, 1, 1], task: 1), &random)
          }
        }
        for number in numbers(memory.batch(of: .class(0, ofTask: 0))) { kept[number] += 1 }
      }
      // Each count is binomial with p = 8/40. Five standard deviations: once in 40,000 such tests.
      let (mean, deviation) = (Double(runs) * 0.2, (Double(runs) * 0.2 * 0.8).squareRoot())
      #expect(kept.allSatisfy { abs(Double($0) - mean) <= 5 * deviation }, "\(kept)")
    }
  }

  @Test("draws different samples, each equally often, and all of them when it has no more")
  func draws() throws {
    var random = Random(seed: 6)
    var memory = Memory.reservoir(10)
    memory.offer(numbered(0..<10), &random)
    var drawn = [Int](repeating: 0, count: 10)
    for _ in 0..<4000 {
      let names = try numbers(#require(memory.sample(3, &random)))
      #expect(Set(names).count == 3)
      for name in names { drawn[name] += 1 }
    }
    // Binomial with p = 0.3; five standard deviations.
    #expect(drawn.allSatisfy { abs(Double($0) - 1200) <= 5 * (4000 * 0.3 * 0.7).squareRoot() })
    #expect(try numbers(#require(memory.sample(50, &random))).sorted() == Array(0..<10))
    #expect(memory.sample(0, &random) == nil)
  }

  @Test("a task offered at once keeps samples of its own, and is saved and read whole")
  func tasks() throws {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .class, seed: 1)
    var random = Random(seed: 7)
    var memory = Memory.balanced(.each(4))
    for task in stream { memory.offer(task, &random) }
    #expect(memory.count == 6 * 4)
    let saved = try JSONDecoder().decode(Memory.self, from: JSONEncoder().encode(memory))
    for task in stream {
      let own = Batch(task, Array(0..<task.train.count))
      for label in task.classes {
        let kept = memory.batch(of: .class(label, ofTask: task.index))
        #expect(kept.tasks == [task.index] && kept.labels == [label, label, label, label])
        expectSameBits(
          saved.batch(of: .class(label, ofTask: task.index)).inputs, kept.inputs, "class \(label)")
        for i in 0..<4 {
          let row = kept.inputs.rows(i..<i + 1)
          #expect(
            (0..<own.count).contains {
              own.labels[$0] == label && own.inputs.rows($0..<$0 + 1) == row
            })
        }
      }
    }
  }

  @Test("finds the samples of a task, of a label, or all, also where others have the quota")
  func otherGroups() {
    var random = Random(seed: 9)
    for var memory in kinds {
      memory.offer(numbered(0..<40, classes: 5, tasks: 3), &random)
      let all = memory.batch(memory.positions)
      for wanted: Memory.Group in [.task(1), .class(3, ofTask: 2), .class(0, ofTask: 0)] {
        let expected = (0..<all.count).filter {
          all.task(at: $0) == wanted.task && all.labels[$0] == wanted.label ?? all.labels[$0]
        }
        #expect(memory.positions(of: wanted).count == expected.count)
        if expected.isEmpty { continue }
        #expect(
          numbers(memory.batch(of: wanted)).sorted()
            == expected.map { numbers(all)[$0] }.sorted())
      }
      #expect(memory.positions(of: .task(7)) == [])
    }
  }

  @Test("asked for samples of a group that has none, or given a budget below 0, says so")
  func misused() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var memory = Memory.ring(perTask: 3)
      var random = Random(seed: 1)
      memory.offer(Batch(inputs: .zeros([2, 4]), labels: [0, 1], task: 0), &random)
      _ = memory.batch(of: .task(5))
    }
    expect(result, says: ["no sample of task 5"])
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Memory.balanced(.each(-2))
    }
    expect(result, says: ["cannot hold -2"])
  }

  @Test("is read from no file whose groups, rows and samples do not fit each other")
  func damaged() throws {
    var random = Random(seed: 10)
    var memory = Memory.balanced(.shared(12))
    memory.offer(numbered(0..<40, classes: 3), &random)
    let saved = try JSONEncoder().encode(memory)
    let whole = try #require(try JSONSerialization.jsonObject(with: saved) as? [String: Any])
    func read(_ part: String, _ change: (Any) throws -> Any) throws -> Memory {
      var object = whole
      object[part] = try change(#require(object[part]))
      let data = try JSONSerialization.data(withJSONObject: object)
      return try JSONDecoder().decode(Memory.self, from: data)
    }
    #expect(try read("rule") { $0 }.positions == memory.positions)
    for part in ["positions", "met", "labels", "tasks", "groups"] {
      #expect(throws: DecodingError.self, "\(part)") {
        try read(part) { Array(try #require($0 as? [Any]).dropLast()) }
      }
      #expect(throws: DecodingError.self, "\(part)") {
        try read(part) {
          let parts = try #require($0 as? [Any])
          return parts + parts.prefix(1)
        }
      }
    }
    for part in ["positions", "met", "labels", "tasks"] {
      for number in [-1, 1_000_000, Int.max] where part != "met" || number < 0 {
        #expect(throws: DecodingError.self, "\(part) \(number)") {
          try read(part) { [number as Any] + (try #require($0 as? [Any])).dropFirst() }
        }
      }
    }
    for quota in [-4, 0, 5, Int.max] {
      #expect(throws: DecodingError.self) { try read("quota") { _ in quota } }
    }
  }

  @Test(
    "keeps what a batch brings beside each sample, through sampling, a new group and its saved form"
  )
  func payload() throws {
    var random = Random(seed: 12)
    var memory = Memory.balanced(.shared(12))
    /// Each sample brings its own first number, and that number squared.
    func offer(_ batch: Batch) {
      var batch = batch
      let numbers = (0..<batch.count).map { batch.inputs[$0, 0] }
      batch.payload = Tensor(numbers.flatMap { [$0, $0 * $0] }, [batch.count, 2])
      memory.offer(batch, &random)
    }
    func check(_ batch: Batch) throws {
      let payload = try #require(batch.payload)
      for i in 0..<batch.count {
        #expect(payload[i, 0] == batch.inputs[i, 0])
        #expect(payload[i, 1] == batch.inputs[i, 0] * batch.inputs[i, 0])
      }
    }
    offer(numbered(0..<30, classes: 2))
    try check(memory.batch(memory.positions))
    offer(numbered(30..<60, classes: 3))
    try check(try #require(memory.sample(7, &random)))
    try check(memory.batch(of: memory.groups[2]))
    memory = try JSONDecoder().decode(Memory.self, from: JSONEncoder().encode(memory))
    try check(memory.batch(memory.positions))

    let new = numbered(60..<64)
    let both = new.replaying(try #require(memory.sample(5, &random)))
    #expect(both.new.inputs.values == new.inputs.values)
    #expect(both.new.payload?.values == Array(repeating: 0, count: 8))
    try check(try #require(both.old))
    #expect(both.rows(3..<6).old?.count == 2)

    // A sample that brings nothing takes the place of what another has brought.
    memory = .ring(perTask: 1)
    offer(numbered(5..<6))
    memory.offer(numbered(6..<7), &random)
    #expect(memory.batch(memory.positions).payload?.values == [0, 0])
  }

  @Test("with no room holds nothing")
  func empty() {
    var random = Random(seed: 8)
    for rule in [Memory.Rule.first, .latest, .uniform] {
      var memory = Memory(.task, .each(0), keeping: rule)
      memory.offer(numbered(0..<5), &random)
      #expect(memory.count == 0)
      #expect(memory.sample(5, &random) == nil)
      #expect(memory.positions(of: .task(0)) == [])
    }
  }
}
