import Foundation
import Lessons
import Synchronization
import Testing

@Suite("Results are kept from run to run", .temporaryFolder)
struct KeepingTests {
  private struct Failure: Error {}

  /// What a block may return: numbers of all kinds, what is not there, cases with values.
  private struct Finding: Codable, Sendable {
    enum Kind: Codable, Equatable { case none, some(Double), named(String, [Int]) }
    var kind = Kind.named("θ*", [1, -2])
    var numbers = [
      1, -0.0, .nan, -.infinity, Double(bitPattern: 0x7ff8_0000_0000_0123), .leastNonzeroMagnitude,
    ]
    var single: [Float] = [.nan, 0.1, -0.0]
    var bytes: [UInt8] = [0, 255]
    var rows: [[Double?]] = [[], [nil, 0.1]]
    var byTask: [Int: Int] = [3: 4]
    var names: [String] = []
    var missing: Int?
    var place = SIMD2(1.0, 2)
    var isTrue = true
    var large = UInt64.max
  }

  /// A run of a small chapter that keeps its results; a chapter is told from another by its folder.
  private func telling(
    _ package: SmallPackage, seeds: Int? = nil, fresh: Bool = false, machine: String = "this one",
    profile: Profile = .quick
  ) throws -> Telling {
    var settings = Settings()
    (settings.seeds, settings.fresh, settings.profile) = (seeds, fresh, profile)
    settings.threads = 2
    let source = try SourceText(name: SmallPackage.main, below: package.root)
    let output = package.root.appending(path: "output")
    let telling = try Telling(
      Literate(source, root: package.root), settings: settings,
      console: Console(columns: 80) { _ in }, file: RecordFile(folder: output, shownAs: "output"),
      keeping: Keeping(package.sources, profile: profile, folder: kept(package), machine: machine))
    #expect(try telling.open())
    return telling
  }

  private func kept(_ package: SmallPackage) -> URL { package.root.appending(path: "kept") }

  private func files(_ package: SmallPackage) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: kept(package), includingPropertiesForKeys: nil)
  }

  /// The jobs that a block of four computes.
  private func computed(_ telling: Telling, _ name: String = "block") throws -> [Int] {
    let begun = Mutex<[Int]>([])
    let results = try telling.sideBySide(name, [0, 1, 2, 3]) { job, _ in
      begun.withLock { $0.append(job) }
      return 10 * job
    }
    #expect(results == [0, 10, 20, 30])
    return begun.withLock { $0.sorted() }
  }

  @Test("A second run computes nothing and has the same results")
  func hit() throws {
    let package = try SmallPackage()
    #expect(try computed(telling(package)) == [0, 1, 2, 3])
    let second = try telling(package)
    #expect(try computed(second) == [])
    #expect((second.record.timings.kept?["opening"] ?? 0) > 0)
  }

  @Test("Everything that a result depends on has a part in its name")
  func misses() throws {
    let package = try SmallPackage()
    _ = try computed(telling(package))
    #expect(try computed(telling(package), "other") == [0, 1, 2, 3])
    #expect(try computed(telling(package, machine: "that one")) == [0, 1, 2, 3])
    #expect(try computed(telling(package, profile: .full)) == [0, 1, 2, 3])
    let onOtherData = try telling(package)
    onOtherData.depends(on: "other data")
    #expect(try computed(onOtherData) == [0, 1, 2, 3])
    let inOtherCell = try telling(package)
    #expect(try inOtherCell.step("one", line: 6))
    #expect(try computed(inOtherCell) == [0, 1, 2, 3])
    let again = try telling(package)
    #expect(try computed(again) == [])
    #expect(try computed(again) == [0, 1, 2, 3], "the second block of that name")
    try package.edit(SmallPackage.main, "Words", "Other words")
    #expect(try computed(telling(package)) == [])
    try package.edit("Sources/CLCore/Strategies/MAS.swift", "0.5", "0.6")
    #expect(try computed(telling(package)) == [0, 1, 2, 3])
  }

  @Test("Numbers come back bit for bit, whether they were computed or found")
  func bits() throws {
    let package = try SmallPackage()
    let found = try (0..<2).map { _ in
      try telling(package).sideBySide("bits", [0]) { _, _ in Finding() }[0]
    }
    let wanted = Finding()
    for finding in found {
      #expect(finding.numbers.map(\.bitPattern) == wanted.numbers.map(\.bitPattern))
      #expect(finding.single.map(\.bitPattern) == wanted.single.map(\.bitPattern))
      #expect(finding.rows == wanted.rows)
      #expect(finding.kind == wanted.kind)
      #expect(finding.bytes == wanted.bytes)
      #expect(finding.byTask == wanted.byTask)
      #expect(finding.names == wanted.names)
      #expect(finding.missing == wanted.missing)
      #expect(finding.place == wanted.place)
      #expect(finding.isTrue)
      #expect(finding.large == wanted.large)
    }
    let none = try (0..<2).map { _ in
      try telling(package).sideBySide("none", [0]) { _, _ in Double?.none }[0]
    }
    #expect(none == [nil, nil])
  }

  @Test(
    "A job that fails is not kept, those that ended before it are: the run goes on where it stopped"
  )
  func failure() throws {
    let package = try SmallPackage()
    #expect(throws: Failure.self) {
      try telling(package).sideBySide("block", [0, 1, 2, 3]) { job, _ in
        if job == 3 {
          Thread.sleep(forTimeInterval: 0.2)
          throw Failure()
        }
        return 10 * job
      }
    }
    #expect(try files(package).count == 3)
    #expect(try computed(telling(package)) == [3])
    #expect(try computed(telling(package)) == [])
  }

  @Test("A fresh run computes all and leaves its results")
  func fresh() throws {
    let package = try SmallPackage()
    _ = try computed(telling(package))
    #expect(try computed(telling(package, fresh: true)) == [0, 1, 2, 3])
    #expect(try telling(package, fresh: true).record.timings.kept == nil)
    #expect(try computed(telling(package)) == [])
  }

  @Test(
    "A file that was cut, changed, emptied or renamed is computed once more",
    arguments: ["cut", "changed", "empty", "renamed"])
  func damage(_ kind: String) throws {
    let package = try SmallPackage()
    _ = try computed(telling(package))
    let all = try files(package).sorted { $0.path < $1.path }
    var bytes = try Data(contentsOf: all[0])
    switch kind {
    case "cut": bytes.removeLast()
    case "changed": bytes[bytes.count - 1] ^= 1
    case "empty": bytes = Data()
    default: bytes = try Data(contentsOf: all[1])
    }
    try bytes.write(to: all[0])
    #expect(try computed(telling(package)).count == 1)
    #expect(try computed(telling(package)) == [])
  }

  @Test("Two runs at once leave whole files and come to the same")
  func together() async throws {
    let package = try SmallPackage()
    try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 { group.addTask { try computed(telling(package)) } }
      for try await _ in group {}
    }
    #expect(try files(package).count == 4)
    #expect(try computed(telling(package)) == [])
  }

  @Test("With and without kept results a record is the same, bit for bit, but for its timings")
  func record() throws {
    let package = try SmallPackage()
    let records = try [false, false, true].map { fresh in
      let telling = try telling(package, fresh: fresh)
      let found = try telling.sideBySide("block", [1.0, 3]) { job, _ in job / 3 }
      try telling.put(.text("\(found)"))
      #expect(try telling.finish() == 0)
      return telling.record
    }
    #expect(records[0].fingerprint == (try package.sources.fingerprint))
    for var other in records.dropFirst() {
      other.timings = records[0].timings
      #expect(try other.json() == records[0].json())
    }
  }

  @Test("What was used longest ago goes first when room is short")
  func room() throws {
    let package = try SmallPackage()
    let cache = ResultCache(folder: kept(package))
    for key in ["a", "b", "c"] {
      cache.write(ResultCache.Entry(value: Data(count: 1000), seconds: 1), key)
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(try cache.read("a") != nil)
    cache.shrink(to: 2500)
    #expect(try cache.read("b") == nil)
    #expect(try cache.read("a") != nil && cache.read("c") != nil)
  }
}
