import CLCore
import Foundation
import Testing
import palimpsest

@Suite("A protocol as a file and as flags")
struct RunConfigTests {
  private func config(_ arguments: String) throws -> RunConfig {
    let flags = try ProtocolFlags.parse(arguments.split(separator: " ").map(String.init))
    return try #require(try RunRequest(flags).configs.first)
  }

  /// Every flag, none with its standard value.
  private let all = [
    "--method gem --set memory=30 --data glyphs --stream permuted --tasks 4 --held-back 1",
    "--scenario class --first-as-is --train-per-task 50 --test-per-task 20 --active-outputs own",
    "--epochs 3 --batch 7 --optimizer momentum --lr 0.2 --optimizer-set momentum=0.5",
    "--reset-optimizer --hidden 9,8 --activation tanh --initialisation glorot --padding 2",
    "--mean 0.1 --deviation 0.3 --seeds 2-4 --evaluate-every 5 --evaluate-on 10",
  ].joined(separator: " ")

  @Test("Flags are written to a file and read back as the same protocol")
  func file() throws {
    let config = try config(all)
    let text = try config.json()
    #expect(try JSONDecoder().decode(RunConfig.self, from: text) == config)
    #expect(try config.checked() == config)
    let parts = try config.parts()
    #expect(parts["scenario"] == "\"class\"" && parts["hidden"] == "[9,8]")
    #expect(config.training == Training(epochs: 3, batchSize: 7, resetsOptimizer: true))
  }

  @Test("Every part of a protocol but its format and the mark of a search can be typed")
  func complete() throws {
    let standard = try RunConfig().checked()
    var rotated = RunConfig()
    (rotated.stream, rotated.tasks) = (.rotated, 2)
    let typed =
      try config(all).differences(from: standard)
      + config(
        "--stream rotated --tasks 2 --degrees 0,30 --shared-outputs --classes natural".replacing(
          " --classes natural", with: "")
      ).differences(from: rotated)
      + config("--classes natural --iterations 3").differences(from: standard)
    let keys = Set(RunConfig.names)
    #expect(keys.subtracting(typed) == ["format", "on-held-back"])
  }

  @Test(
    "What contradicts itself or cannot be is refused before anything runs",
    arguments: [
      ("--iterations 3 --epochs 1", "not both"),
      ("--degrees 0,30", "rotated"), ("--stream rotated --classes natural", "split"),
      ("--stream rotated --tasks 3 --degrees 0,30", "2 angles for 3 tasks"),
      ("--scenario domain --stream rotated --shared-outputs", "settled already"),
      ("--active-outputs seen", "scenario class"), ("--evaluate-on 5", "--evaluate-every"),
      ("--method pnn --scenario class", "scenario task"), ("--method icarl", "scenario class"),
      ("--method icarl --scenario class --active-outputs own", "leave --active-outputs out"),
      ("--method ewc --replay-batch 3", "does not replay"), ("--tasks 0", "at least 1"),
      ("--method fine-tuning --set lambda=1", "has no settings"),
      ("--held-back 5", "0 to 4"), ("--seeds 1,1", "twice"), ("--deviation 0", "above 0"),
      ("--optimizer sgd --optimizer-set beta1=0.9", "no setting of sgd"),
      ("--lr 0.1 --optimizer-set rate=0.1", "the same"), ("--lr 0", "> 0"),
      ("--set lambda", "name=value"), ("--method ewc,ewc", "twice"),
      ("--hidden 0", "at least 1 unit"), ("--hidden 99999999999", "at most 100000"),
      ("--iterations 9999999999999", "at most 1000000000"), ("--method ,", "names no method"),
      ("--stream rotated --tasks 2 --degrees 0,inf", "angle"),
      ("--method gem --set memory=3 --set memory=4", "set twice"),
      ("--method ewc --set gem.memory=3", "no method of this run"),
      ("--method gme", "Did you mean gem?"), ("--data minst", "Did you mean mnist?"),
      ("--data folder:", "folder:PATH"),
      ("--stream rotatd", "Did you mean rotated?"), ("--optimizer adm", "Did you mean adam?"),
      ("--scenario tsk", "Did you mean task?"), ("--classes 0,1/2,3 --tasks 5", "2 tasks"),
      ("--classes 0,1/2,a", "0,1,2/3,4"), ("--stream rotated --degrees bin", "no number"),
      ("--initialisation fanin", "Did you mean fan-in?"),
      ("--method ewc --set lamda=1", "Did you mean lambda?"),
      ("--method ewc --set fisher=exct", "Did you mean exact?"),
      ("--config /nowhere/config.json", "no file"),
    ])
  func refused(arguments: String, word: String) throws {
    let error = #expect(throws: (any Error).self) { try config(arguments) }
    let message = "\(try #require(error))"
    #expect(message.contains(word), "\(message)")
  }

  @Test(
    "A file with an unknown part, from a newer version, or with a wrong kind of value says which and where"
  )
  func badFiles() throws {
    let folder = try TemporaryFolder()
    for (text, word) in [
      (#"{"scenaro": "task"}"#, "Did you mean scenario?"), (#"{"format": 7}"#, "newer version"),
      (#"{"tasks": "five"}"#, "“tasks”"), ("{", "config.json: "),
      (#"{"stream": "spilt"}"#, "“stream”"), (#"{"classes": "some"}"#, "no order of classes"),
    ] {
      let path = folder.path + "/config.json"
      try Data(text.utf8).write(to: URL(filePath: path))
      let error = #expect(throws: (any Error).self) { try RunConfig(file: path) }
      #expect("\(try #require(error))".contains(word), "\(text)")
    }
  }

  @Test("Flags change what a file says; another method or optimiser leaves its settings behind")
  func flagsOverFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/config.json"
    try config("--method ewc --set lambda=7 --epochs 2 --lr 0.5").json().write(
      to: URL(filePath: path))
    let longer = try config("--config \(path) --iterations 9 --set samples=3")
    #expect(longer.epochs == nil && longer.iterations == 9)
    #expect(longer.settings["lambda"] == .number(7) && longer.settings["samples"] == .number(3))
    #expect(longer.optimizerSettings["rate"] == .number(0.5))
    let other = try config("--config \(path) --method si --optimizer sgd")
    #expect(other.settings["lambda"] == nil && other.settings["strength"] == .number(10))
    #expect(other.optimizerSettings == ["rate": .number(0.1)])
  }

  @Test(
    "Tasks of unequal size, one drawn angle from each part of the half circle: typed, saved and made"
  )
  func unequalAndBinned() throws {
    let images = try smallGlyphs()
    let unequal = try config("--data glyphs --classes 0,1,2/3,4/5,6,7,8 --scenario class")
    #expect(unequal.tasks == 3)
    let read = try JSONDecoder().decode(RunConfig.self, from: unequal.json())
    #expect(read == unequal)
    for (scenario, outputs) in [(Scenario.class, 9), (.task, 9), (.domain, 4)] {
      var experiment = unequal.experiment
      experiment.scenario = scenario
      let stream = try experiment.makeStream(images, seed: 0)
      #expect(stream.map(\.classes.count) == [3, 2, 4] && stream.outputs == outputs)
      for task in stream {
        let labels = Set((0..<task.train.count).map { task.train.label(at: $0) })
        #expect(labels == Set(task.classes), "\(scenario)")
      }
    }
    let binned = try config("--data glyphs --stream rotated --degrees binned --scenario domain")
    #expect(try JSONDecoder().decode(RunConfig.self, from: binned.json()) == binned)
    for seed in [0, 1] as [UInt64] {
      let angles = try binned.experiment.makeStream(images, seed: seed).map {
        try #require(Double($0.name.dropLast()))
      }
      for (place, angle) in angles.enumerated() {
        #expect((Double(place) * 36 - 0.5...Double(place + 1) * 36 + 0.5).contains(angle))
      }
    }
  }

  @Test("A task with one class is refused where its identity is given or outputs are shared")
  func oneClass() throws {
    let images = try smallGlyphs()
    for scenario in [Scenario.task, .domain] {
      let one = try config("--data glyphs --tasks 10 --scenario \(scenario.rawValue)")
      let error = #expect(throws: StreamError.self) {
        try one.experiment.makeStream(images, seed: 0)
      }
      #expect("\(try #require(error))".contains("at most 5 tasks of 10 classes"))
    }
    let all = try config("--data glyphs --tasks 10 --scenario class")
    #expect(try all.experiment.makeStream(images, seed: 0).count == 10)
  }

  @Test("With several methods a setting with a method's name before it is that method's alone")
  func severalMethods() throws {
    let flags = try ProtocolFlags.parse(
      ["--method", "gem,fine-tuning,replay", "--set", "gem.memory=9", "--set", "replay.memory=8"])
    let configs = try RunRequest(flags).configs
    #expect(configs.map(\.method) == ["gem", "fine-tuning", "replay"])
    #expect(configs.map { $0.settings["memory"] } == [.number(9), nil, .number(8)])
  }
}
