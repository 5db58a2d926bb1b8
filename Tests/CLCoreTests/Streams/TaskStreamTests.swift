import CLCore
import Testing

@Suite("Task streams")
struct TaskStreamTests {
  /// The three kinds of stream in one scenario, five tasks each.
  static func streams(_ scenario: Scenario, seed: UInt64 = 1) throws -> [TaskStream] {
    let data = try smallImages()
    return [
      try .split(data, tasks: 5, scenario: scenario, seed: seed),
      try .permuted(data, tasks: 5, scenario: scenario, seed: seed),
      try .rotated(data, tasks: 5, scenario: scenario, seed: seed),
    ]
  }

  @Test("Split tasks partition the data, and every class comes once", arguments: Scenario.allCases)
  func partition(scenario: Scenario) throws {
    let data = try smallImages()
    let stream = try TaskStream.split(data, tasks: 5, scenario: scenario, seed: 8)
    #expect(stream.flatMap(\.train.rows).sorted() == data.train.rows)
    #expect(stream.flatMap(\.test.rows).sorted() == data.test.rows)
    let classes = stream.map { task in
      Set((0..<task.train.count).map(task.train.originalClass(at:)))
    }
    #expect(classes.allSatisfy { $0.count == 2 })
    #expect(classes.reduce(into: Set()) { $0.formUnion($1) }.count == 10)
    for task in stream {
      let tested = Set((0..<task.test.count).map(task.test.originalClass(at:)))
      #expect(tested == classes[task.index])
    }
  }

  @Test("Classes are dealt out in the order that is given, whatever the seed", arguments: [nil, 3])
  func givenOrder(seed: UInt64?) throws {
    let order = [3, 1, 5, 6, 0, 2, 7, 4, 9, 8]
    let stream = try TaskStream.split(
      try smallImages(), tasks: 5, scenario: .class, seed: seed, order: order)
    for task in stream {
      for sample in 0..<task.train.count {
        let label = task.train.label(at: sample)
        #expect(task.train.originalClass(at: sample) == order[label])
        #expect(task.classes.contains(label))
      }
    }
  }

  @Test("A task's labels fill its range of outputs", arguments: Scenario.allCases)
  func labels(scenario: Scenario) throws {
    for stream in try TaskStreamTests.streams(scenario) {
      for task in stream {
        for part in [task.train, task.test] {
          #expect(Set(part.labels(at: Array(0..<part.count))) == Set(task.classes))
        }
      }
      let used = stream.reduce(into: Set()) { $0.formUnion($1.classes) }
      #expect(used == Set(0..<stream.outputs))
      #expect(stream.outputNames.count == stream.outputs)
    }
  }

  @Test("Outputs: disjoint ranges in task and class, one shared range in domain")
  func outputs() throws {
    for scenario in Scenario.allCases {
      let counts = try TaskStreamTests.streams(scenario).map(\.outputs)
      #expect(counts == (scenario == .domain ? [2, 10, 10] : [10, 50, 50]))
      for stream in try TaskStreamTests.streams(scenario) {
        let total = stream.reduce(0) { $0 + $1.classes.count }
        #expect(total == (scenario == .domain ? 5 : 1) * stream.outputs)
      }
    }
  }

  @Test("An output's name is the class of the samples that carry its label")
  func names() throws {
    let stream = try TaskStream.split(smallImages(), tasks: 5, scenario: .class, seed: 4)
    for task in stream {
      for position in 0..<task.train.count {
        let original = task.train.originalClass(at: position)
        #expect(stream.outputNames[task.train.label(at: position)] == "c\(original)")
      }
    }
    let domain = try TaskStream.split(smallImages(), tasks: 5, scenario: .domain)
    #expect(domain.outputNames == ["c0/c2/c4/c6/c8", "c1/c3/c5/c7/c9"])
  }

  @Test("The same seed gives the same stream, another seed another one")
  func seeds() throws {
    func pictures(_ seed: UInt64) throws -> [[Real]] {
      try TaskStreamTests.streams(.class, seed: seed).map { stream in
        stream.flatMap { task in task.train.gathered([0, 1]) + [Real(task.train.label(at: 0))] }
      }
    }
    let (once, again, other) = (try pictures(1), try pictures(1), try pictures(2))
    #expect(once == again)
    for kind in once.indices { #expect(once[kind] != other[kind]) }
  }

  @Test("Without a seed the classes keep their natural order")
  func naturalOrder() throws {
    let stream = try TaskStream.split(smallImages(), tasks: 2, scenario: .class)
    #expect(stream.outputNames == (0..<10).map { "c\($0)" })
  }

  @Test("Permutations are bijections, differ by task, and spare the first task")
  func permutations() throws {
    let stream = try TaskStream.permuted(smallImages(), tasks: 4, scenario: .domain, seed: 2)
    #expect(stream[0].train.transform == .identity)
    var orders: [[Int]] = []
    for task in stream.dropFirst() {
      guard case .permutation(let order) = task.train.transform else {
        Issue.record("task \(task.index) is not permuted")
        continue
      }
      #expect(order.sorted() == Array(0..<30))
      #expect(task.test.transform == task.train.transform)
      orders.append(order)
    }
    #expect(Set(orders).count == 3)
    let all = try TaskStream.permuted(
      smallImages(), tasks: 1, scenario: .domain, seed: 2, firstIsIdentity: false)
    #expect(all[0].train.transform != .identity)
  }

  @Test("A longer stream begins with the tasks of a shorter one")
  func extending() throws {
    let data = try smallImages()
    let short = try TaskStream.permuted(data, tasks: 2, scenario: .class, seed: 5)
    let long = try TaskStream.permuted(data, tasks: 4, scenario: .class, seed: 5)
    #expect(long.prefix(2).map(\.train.transform) == short.map(\.train.transform))
  }

  @Test("All tasks share one store")
  func shared() throws {
    let data = try smallImages()
    for stream in [
      try TaskStream.split(data, tasks: 5, scenario: .task, trainPerTask: 3),
      try .permuted(data, tasks: 3, scenario: .task, seed: 1),
      try .rotated(data, tasks: 3, scenario: .task, degrees: [0, 10, 20], seed: 1),
    ] {
      #expect(stream.allSatisfy { $0.train.store === data.train.store })
      #expect(stream.allSatisfy { $0.test.store === data.test.store })
    }
  }

  @Test("A limit keeps that many different samples of the task, by seed")
  func limits() throws {
    let data = try smallImages()
    func rows(_ seed: UInt64) throws -> [[Int]] {
      try TaskStream.permuted(
        data, tasks: 2, scenario: .domain, seed: seed, trainPerTask: 20, testPerTask: 5
      ).flatMap { [$0.train.rows, $0.test.rows] }
    }
    #expect(try rows(1).map { Set($0).count } == [20, 5, 20, 5])
    #expect(try rows(1) == rows(1))
    #expect(try rows(1) != rows(2))
  }

  @Test("What cannot be made is refused with the reason")
  func refused() throws {
    let data = try smallImages()
    #expect(throws: StreamError.notDivisible(classes: 10, tasks: 3)) {
      try TaskStream.split(data, tasks: 3, scenario: .class)
    }
    let twice = [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]
    #expect(throws: StreamError.wrongOrder(twice, classes: 10)) {
      try TaskStream.split(data, tasks: 5, scenario: .class, order: twice)
    }
    #expect(throws: StreamError.noTasks(0)) {
      try TaskStream.permuted(data, tasks: 0, scenario: .class, seed: 1)
    }
    #expect(throws: StreamError.tooFewSamples(task: 0, part: "train", found: 12, needed: 13)) {
      try TaskStream.split(data, tasks: 5, scenario: .class, trainPerTask: 13)
    }
    #expect(
      StreamError.tooFewSamples(task: 0, part: "train", found: 12, needed: 13).description
        .hasPrefix("Task 1 has 12 train samples"), "for people tasks count from 1")
    #expect(throws: StreamError.wrongAngles(found: 1, tasks: 2)) {
      try TaskStream.rotated(data, tasks: 2, scenario: .class, degrees: [5], seed: 1)
    }
  }
}
