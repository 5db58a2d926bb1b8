import CLCore
import Foundation
import Testing
import palimpsest

@Suite("The folder of a run")
struct RunFolderTests {
  private func protocolOf(_ method: String, seeds: [UInt64] = [0, 1]) throws -> RunConfig {
    var config = try #require(try smallProtocols().first { $0.method == method })
    config.seeds = seeds
    return config
  }

  /// The files that must be the same whatever happened on the way, by name.
  private func results(_ folder: RunFolder) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: names.filter { !$0.hasPrefix(".") && !$0.contains("machine") }.map {
        ($0, FileManager.default.contents(atPath: folder.path + "/" + $0) ?? Data())
      })
  }

  @Test(
    "The same bits on any number of threads and however often it is saved; the same files and no others"
  )
  func threads() throws {
    let (images, config) = (try smallGlyphs(), try protocolOf("replay"))
    let place = try TemporaryFolder()
    let (one, two) = (RunFolder(place.path + "/one"), RunFolder(place.path + "/two"))
    let first = try finish(config, in: one, images)
    let second = try finish(config, in: two, images, threads: 2, saveEvery: 0)
    #expect(first == second)
    let files = try results(one)
    #expect(try files == results(two))
    let expected =
      ["config.json", "log.csv"]
      + [0, 1].flatMap { ["seed-\($0).json", "seed-\($0).safetensors"] }
    #expect(files.keys.sorted() == expected.sorted())
  }

  @Test(
    "A run taken up from a checkpoint left behind ends with the files of one that never stopped")
  func resumed() throws {
    let images = try smallGlyphs()
    for method in ["gem", "icarl", "si", "pnn", "den", "cpg"] {
      let place = try TemporaryFolder()
      let config = try protocolOf(method, seeds: [0])
      let (whole, broken) = (RunFolder(place.path + "/whole"), RunFolder(place.path + "/broken"))
      _ = try finish(config, in: whole, images)

      // What a process that was killed leaves: a checkpoint, and a file that was being written.
      let stream = try config.experiment.makeStream(images, seed: 0)
      let network = MLP(inputs: stream.inputSize, hidden: config.hidden, outputs: stream.outputs)
      let learner = Learner(network, try config.experiment.makeOptimizer(), for: stream, seed: 0)
      var run = try Run(try config.strategy(), learner, on: stream, config.training, seed: 0)
      run.countsPasses = true
      var curve: [CurvePoint] = []
      while curve.count < 4, let event = try run.advance() {
        guard case .stepped(let task, let step, let loss) = event, (step + 1) % 2 == 0 else {
          continue
        }
        let accuracies = stream.prefix(task + 1).map { run.accuracy(on: $0, limit: 10) }
        curve.append(
          CurvePoint(task: task, step: run.stepsMade, loss: Double(loss), accuracies: accuracies))
      }
      do {
        let lock = try broken.take(for: config)
        let saved = SavedRun(
          config: try config.fingerprint(), curve: curve, checkpoint: run.checkpoint, resumed: 0)
        try WholeFile.write(try saved.file(), to: broken.checkpoint(0))
        try Data("half".utf8).write(to: URL(filePath: broken.record(0) + ".partial"))
        withExtendedLifetime(lock) {}
      }
      _ = try finish(config, in: broken, images)
      #expect(try results(broken) == results(whole), "\(method)")
      let machine = try Data(contentsOf: URL(filePath: broken.machine(0)))
      #expect(String(decoding: machine, as: UTF8.self).contains("\"resumed\" : 1"))
    }
  }

  @Test(
    "A finished run is read, not made again; more seeds of it join, another protocol is refused")
  func again() throws {
    let (images, place) = (try smallGlyphs(), try TemporaryFolder())
    let folder = RunFolder(place.path)
    let config = try protocolOf("fine-tuning", seeds: [3])
    let first = try finish(config, in: folder, images)
    let before = try FileManager.default.attributesOfItem(atPath: folder.weights(3))[
      .modificationDate]
    #expect(try finish(config, in: folder, images) == first)
    let after = try FileManager.default.attributesOfItem(atPath: folder.weights(3))[
      .modificationDate]
    #expect(before as? Date == after as? Date)

    _ = try finish(try protocolOf("fine-tuning", seeds: [1]), in: folder, images)
    #expect(try folder.config()?.seeds == [3, 1])
    let summary = try RunSummary(folder)
    #expect(summary.seeds == [1, 3] && summary.records[1] == first[0])

    var other = config
    (other.batch, other.hidden) = (9, [5])
    #expect(throws: RunFolderError.otherProtocol(folder: folder.path, parts: ["batch", "hidden"])) {
      try finish(other, in: folder, images)
    }
    #expect(try RunSummary(folder).records == summary.records)
  }

  @Test("A folder of runs stands for the runs in it, and a folder without any is refused")
  func within() throws {
    let (images, place) = (try smallGlyphs(), try TemporaryFolder())
    #expect(throws: RunFolderError.notARun(folder: place.path)) { try RunFolder(place.path).runs() }
    for method in ["si", "ewc"] {
      let folder = RunFolder(place.path + "/" + method)
      _ = try finish(try protocolOf(method, seeds: [0]), in: folder, images)
      #expect(try folder.runs().map(\.path) == [folder.path])
    }
    #expect(
      try RunFolder(place.path).runs().map(\.path) == ["ewc", "si"].map { place.path + "/" + $0 })
  }

  @Test("Two runs cannot have one folder at once; when the first ends, however it ends, it is free")
  func lock() throws {
    let place = try TemporaryFolder()
    do {
      let lock = try FolderLock(place.path)
      #expect(throws: RunFolderError.self) { try FolderLock(place.path) }
      withExtendedLifetime(lock) {}
    }
    _ = try FolderLock(place.path)
  }

  @Test("A damaged checkpoint or record stops the run with its name, and stays as it is")
  func damaged() throws {
    let (images, place) = (try smallGlyphs(), try TemporaryFolder())
    let folder = RunFolder(place.path)
    let config = try protocolOf("fine-tuning", seeds: [0])
    for path in [folder.checkpoint(0), folder.record(0)] {
      try Data("{\"format\": 1".utf8).write(to: URL(filePath: path))
      let error = #expect(throws: RunFolderError.self) { try finish(config, in: folder, images) }
      #expect("\(try #require(error))".contains(path))
      #expect(FileManager.default.contents(atPath: path) == Data("{\"format\": 1".utf8))
      try FileManager.default.removeItem(atPath: path)
    }
    try Data(#"{"format": 5}"#.utf8).write(to: URL(filePath: folder.configFile))
    let error = #expect(throws: (any Error).self) { try finish(config, in: folder, images) }
    #expect("\(try #require(error))".contains("newer version"))
  }

  @Test("Where nothing can be written the error says where, and a file that was there stays")
  func cannotWrite() throws {
    let place = try TemporaryFolder()
    try Data().write(to: URL(filePath: place.path + "/file"))
    #expect(throws: RunFolderError.self) {
      try finish(
        try protocolOf("fine-tuning"), in: RunFolder(place.path + "/file/below"), try smallGlyphs())
    }
    // The other name that it is written under is taken by a folder.
    let path = place.path + "/result"
    try WholeFile.write(Data("whole".utf8), to: path)
    try FileManager.default.createDirectory(
      atPath: path + ".partial", withIntermediateDirectories: false)
    #expect(throws: RunFolderError.self) { try WholeFile.write(Data("other".utf8), to: path) }
    #expect(FileManager.default.contents(atPath: path) == Data("whole".utf8))
  }

  @Test("The log has a row for every measured accuracy, in the order of the seeds")
  func log() throws {
    let (images, place) = (try smallGlyphs(), try TemporaryFolder())
    let folder = RunFolder(place.path)
    let records = try finish(try protocolOf("fine-tuning", seeds: [5, 2]), in: folder, images)
    let lines = try String(contentsOfFile: folder.logFile, encoding: .utf8).split(separator: "\n")
    #expect(lines[0] == "seed,step,task,loss,tested,accuracy")
    // Two tasks of six steps, measured after every second: 3 × 1 + 3 × 2; and R with 3 rows of 2.
    #expect(lines.count == 1 + 2 * (9 + 6))
    #expect(lines[1].hasPrefix("2,2,1,") && lines[16].hasPrefix("5,2,1,"))
    let last = try #require(lines.last?.split(separator: ",").last.flatMap { Double($0) })
    #expect(last == records[0].matrix[after: 2, on: 1])
  }

  @Test(
    "A protocol that was edited since the checkpoint or the result is said to be so, part by part")
  func edited() throws {
    let (images, place) = (try smallGlyphs(), try TemporaryFolder())
    let folder = RunFolder(place.path)
    let config = try protocolOf("fine-tuning", seeds: [0])
    _ = try finish(config, in: folder, images)
    var edited = config
    (edited.batch, edited.seeds) = (9, [0, 1])
    try WholeFile.write(try edited.json(), to: folder.configFile)
    func refusal() throws -> String {
      let error = #expect(throws: RunFolderError.self) {
        try finish(edited, in: folder, images)
      }
      return "\(try #require(error))"
    }
    let change = "config.json has changed since \(place.path)/seed-0"
    #expect(
      try refusal().contains("\(change).json was written: batch, 8 then and 9 now. Put it back"))

    // As a process that was killed leaves it.
    for file in [folder.record(0), folder.weights(0)] {
      try FileManager.default.removeItem(atPath: file)
    }
    let stream = try config.experiment.makeStream(images, seed: 0)
    let network = MLP(inputs: stream.inputSize, hidden: config.hidden, outputs: stream.outputs)
    let learner = Learner(network, try config.experiment.makeOptimizer(), for: stream, seed: 0)
    var run = try Run(try config.strategy(), learner, on: stream, config.training, seed: 0)
    for _ in 0..<3 { _ = try run.advance() }
    let saved = SavedRun(
      config: try config.fingerprint(), parts: try config.parts(), curve: [],
      checkpoint: run.checkpoint, resumed: 0)
    try WholeFile.write(try saved.file(), to: folder.checkpoint(0))
    #expect(try refusal().contains("\(change).checkpoint was written: batch, 8 then and 9 now."))
  }
}
