import CLCore
import Foundation
import Lessons
import Testing

import palimpsest

@Suite("Runs of a reproduction that are kept")
struct KeptResultsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs that give their own number, and an error where `broken` is; with what was made.
  private func runs(
    _ jobs: [Int], _ made: Made = Made(), parts: String = "a", anew: Bool = false,
    broken: Int? = nil
  ) throws -> KeptRuns<Int> {
    try KeptRuns(
      Numbers(jobs: jobs, parts: parts, broken: broken, made: made),
      in: try KeptResults(folder.path), anew: anew, threads: 1, voice: .quiet)
  }

  @Test("What ended before a run failed is not made again, and the outcomes keep their order")
  func resumed() throws {
    #expect(throws: (any Error).self) { try runs([1, 2, 3], broken: 3) }
    let made = Made()
    #expect(try runs([3, 1, 2], made).outcomes == [3, 1, 2])
    #expect(made.jobs == [3])
  }

  @Test("Another protocol under the same name, or a wish to begin anew, makes a run again")
  func anew() throws {
    _ = try runs([1, 2])
    let other = Made()
    _ = try runs([1], other, parts: "b")
    #expect(other.jobs == [1])
    let anew = Made()
    _ = try runs([2], anew, anew: true)
    #expect(anew.jobs == [2])
  }

  @Test("Errors without bound are read back as they were: a test task may diverge")
  func infinite() throws {
    let kept = try KeptResults(folder.path)
    let label = RunLabel(name: "run", parts: [:])
    let errors: [Double] = [1, .infinity, -.infinity]
    try kept.keep(Kept(label, began: .now, ended: .now, errors), label)
    let read: Kept<[Double]>? = try kept.read(label)
    #expect(read?.outcome == errors)
  }

  @Test("A half-written file, and one of a newer version, are named and left as they are")
  func damaged() throws {
    let path = folder.path + "/run-1.json"
    for text in ["{\"format\": 1, \"outc", "{\"format\": 9}"] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: RunFolderError.self) { try runs([1]) }
      #expect("\(try #require(error))".contains("run-1.json"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test("Time counts once where runs were side by side, and not where none was under way")
  func seconds() {
    func kept(_ from: Double, _ to: Double) -> Kept<Int> {
      Kept(
        RunLabel(name: "", parts: [:]), began: Date(timeIntervalSince1970: from),
        ended: Date(timeIntervalSince1970: to), 0)
    }
    let runs = KeptRuns([kept(100, 130), kept(0, 10), kept(5, 20), kept(6, 8)])
    #expect(runs.seconds == 50)
    #expect(runs.ended == Date(timeIntervalSince1970: 130))
  }

  @Test("A program is told of a run what people are told, in a line of JSON")
  func told() throws {
    let run = ToldRun(
      table: "t", method: "ewc", title: "EWC", scenario: "task", seed: 3, accuracy: 0.9925,
      seconds: 41)
    #expect(RunReport.Voice.lines.line(run.text, run) == "task  EWC  seed 3  99.25 %  41 s")
    let event = #"{"accuracy":0.9925,"event":"run","method":"ewc","scenario":"task","seconds":41"#
    #expect(RunReport.Voice.json.line(run.text, run) == event + #","seed":3,"table":"t"}"#)
    let diverged = ToldRun(
      table: "t", method: "maml", title: "MAML", seed: 1, medianLoss: .infinity, seconds: 2)
    let line = RunReport.Voice.json.line(diverged.text, diverged)
    #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
  }

  @Test("Runs on other data than the paper's have a folder of their own; a few steps have none")
  func folders() throws {
    func folder(_ name: String, smoke: Bool = false) throws -> String? {
      Attempt(.splitMNIST2022, on: try smallGlyphs(name: name), smoke: smoke).folder
    }
    #expect(try folder("MNIST") == "split-mnist-2022")
    #expect(try folder("Fashion-MNIST") == "split-mnist-2022-fashion-mnist")
    #expect(try folder("MNIST", smoke: true) == nil)
    #expect(MetaReproduction.mamlSinusoid.folder == "maml-sinusoid-2017")
    #expect(MetaReproduction.mamlSinusoid.smoke.folder == nil)
  }

  @Test("Two runs of a table have one label only if they are one run")
  func labels() throws {
    let images = try smallGlyphs()
    for table in Reproduction.all {
      let experiment = Attempt(table, on: images)
      let labels = experiment.jobs.map(experiment.label)
      #expect(Set(labels.map(\.name)).count == labels.count, "\(table.name)")
      var longer = table
      longer.experiment.training.batchSize += 1
      let other = Attempt(longer, on: images)
      #expect(other.label(of: other.jobs[0]) != labels[0])
    }
  }
}

/// A table whose runs give their own number.
private struct Numbers: PublishedTable {
  let name = "numbers"
  let folder: String? = nil
  let seeds: [UInt64] = []
  let jobs: [Int]
  /// What the protocol of the runs is.
  let parts: String
  /// The run that fails.
  let broken: Int?
  let made: Made

  func label(of job: Int) -> RunLabel {
    RunLabel(name: "run-\(job)", parts: ["protocol": parts])
  }

  func run(_ job: Int, _ progress: Meter) throws -> Int {
    if job == broken { throw CancellationError() }
    made.add(job)
    return job
  }

  func told(_ job: Int, _ outcome: Int) -> ToldRun {
    ToldRun(table: name, method: "\(job)", title: "\(job)", seed: 0, seconds: 0)
  }

  func heading(width: Int) -> [String] { [] }
  func lines(of outcomes: [Int], width: Int) -> [String] { [] }
  func section(of outcomes: [Int], _ making: Making) -> [String] { [] }
  func record(of outcomes: [Int], _ making: Making) -> any Encodable { outcomes }
}

/// The jobs that were run, in their order.
private final class Made: @unchecked Sendable {
  private let lock = NSLock()
  private var made: [Int] = []

  func add(_ job: Int) { lock.withLock { made.append(job) } }
  var jobs: [Int] { lock.withLock { made } }
}
