import CLCore
import Foundation
import Testing

/// A method that has been given another name since runs of it were saved.
private struct Present: Strategy {
  static let savedName = "CLCoreTests.Past"
  let name = "present"
  private var steps = 0

  private enum CodingKeys: String, CodingKey { case steps }

  mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) { steps += 1 }
}

/// Another module's types.
enum Elsewhere {
  /// A method whose name is that of another one, too.
  struct EWC: Strategy {
    var name: String { "another EWC" }
  }
}

@Suite("Checkpoints")
struct CheckpointTests {
  /// The checkpoint of a run of this method, as text.
  private func text(_ method: any Strategy) throws -> String {
    let run = try smallRun(method, .class)
    return String(decoding: try JSONEncoder().encode(run.checkpoint), as: UTF8.self)
  }

  /// The method in a checkpoint, where these are known besides the library's.
  private func method(in text: String, _ others: [any Strategy.Type] = []) throws -> any Strategy {
    var kinds = Kinds.library
    kinds.strategies += others
    let decoder = JSONDecoder()
    decoder.userInfo[try #require(CodingUserInfoKey.kinds)] = kinds
    let checkpoint = try decoder.decode(Checkpoint.self, from: Data(text.utf8))
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .class, seed: 1)
    return try Run(resuming: checkpoint, on: stream).strategy
  }

  @Test("of an older and of a newer format are refused by name, with what to do")
  func format() throws {
    let saved = try text(FineTuning())
    #expect(saved.contains(#""format":3"#))
    let newer = saved.replacing(#""format":3"#, with: #""format":7"#)
    #expect(throws: RunError.otherFormat(7, known: 3)) { try method(in: newer) }
    let older = saved.replacing(#""format":3"#, with: #""other":0"#)
    #expect(throws: RunError.otherFormat(1, known: 3)) { try method(in: older) }
    #expect("\(RunError.otherFormat(7, known: 3))".contains("newer version"))
    #expect("\(RunError.otherFormat(1, known: 3))".contains("older version"))

    let learner = Learner(MLP(inputs: 1, hidden: [3], outputs: 1), SGD(rate: 0.1), seed: 1)
    let run = MetaRun(MAML(), learner, on: [Sinusoids()], MetaTraining(iterations: 1), seed: 1)
    let meta = String(decoding: try JSONEncoder().encode(run.checkpoint), as: UTF8.self)
      .replacing(#""format":3"#, with: #""other":0"#)
    #expect(throws: RunError.otherFormat(1, known: 3)) {
      try JSONDecoder().decode(MetaCheckpoint.self, from: Data(meta.utf8))
    }
  }

  @Test("of a task or a family that there is not are refused")
  func position() throws {
    let saved = try text(FineTuning())
    #expect(saved.contains(#""task":0"#))
    for task in ["-1", "4"] {
      let moved = saved.replacing(#""task":0"#, with: #""task":\#(task)"#)
      #expect(throws: DecodingError.self) { try method(in: moved) }
    }
    let learner = Learner(MLP(inputs: 1, hidden: [3], outputs: 1), SGD(rate: 0.1), seed: 1)
    let run = MetaRun(MAML(), learner, on: [Sinusoids()], MetaTraining(iterations: 1), seed: 1)
    let meta = String(decoding: try JSONEncoder().encode(run.checkpoint), as: UTF8.self)
    let moved = meta.replacing(#""family":0"#, with: #""family":-1"#)
    #expect(moved != meta)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(MetaCheckpoint.self, from: Data(moved.utf8))
    }
  }

  @Test("know a type by a name that it keeps when it is given another")
  func renamed() throws {
    let saved = try text(Present())
    #expect(saved.contains(#""CLCoreTests.Past""#))
    #expect(try method(in: saved, [Present.self]) is Present)
  }

  @Test("distinguish two types of one name")
  func sameName() throws {
    let kinds: [any Strategy.Type] = [Elsewhere.EWC.self]
    #expect(try method(in: text(Elsewhere.EWC()), kinds) is Elsewhere.EWC)
    #expect(try method(in: text(EWC(lambda: 1)), kinds) is EWC)
    // As types were saved by before: without their module.
    let bare = try text(EWC(lambda: 1)).replacing("CLCore.EWC", with: "EWC")
    #expect(try method(in: bare) is EWC)
    #expect {
      try method(in: bare, kinds)
    } throws: {
      "\($0)".contains("CLCore.EWC") && "\($0)".contains("CLCoreTests.Elsewhere.EWC")
    }
  }

  @Test("hold the library's types under these names, whatever the types come to be called")
  func names() {
    let library = Kinds.library
    let kinds: [any SavedKind.Type] =
      library.networks + library.optimizers + library.strategies + library.metaStrategies
    // A type that has been renamed, or moved to another module, states the name that stands here as its savedName.
    let expected: [String] =
      ["Theta.MLP", "Theta.MultimodalMLP"]
        + """
        ProgressiveNetwork SGD Momentum AdaGrad RMSProp Adam FineTuning Joint \
        SeparateNetworks FrozenFeatures Multimodal EWC OnlineEWC L2 MAS SI RWalk SCP ExperienceReplay ICaRL \
        Distillation LwF GEM AGEM SGEM PackNet PNN CPG DEN Pretraining MAML Reptile LifelongMAML
        """.split(separator: " ").map { "CLCore.\($0)" }
    let found: [String] = kinds.map { $0.savedName }
    #expect(found == expected)
  }
}
