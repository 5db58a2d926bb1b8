import Foundation
import Testing
import Tutoring

/// What a learner's code is built with.
@Suite struct EngineTests {
  /// A use of each thing that an exercise asks for and the library has.
  static let asked = [
    "sumOverSamples(of: .squares, at: theta) { $0.sum }", "Fisher.exact", "EWC(lambda: 1)",
    "OnlineEWC(lambda: 1)", "MAS(lambda: 1)", "SI(strength: 1)", "Quadratic.self", "GEM()",
    "AGEM()",
    "DualProgram.self", "Memory.self", "variable.distillation(from: theta, temperature: 2)",
    "theta.herded(1)", "ICaRL()", "LwF()", "ProgressiveNetwork.self", "PackNet()", "DEN()",
    "MAML()", "Reptile()", "AccuracyMatrix.self", "Batch.self", "Learner.self", "Adam()",
  ]

  @Test(.enabled(if: (try? Engine(root: ProofTests.root)) != nil, "the engine is not built"))
  func `What the exercises ask for is not there to be called`() throws {
    let desk = FileManager.default.temporaryDirectory.appendingPathComponent("engine-\(UUID())")
    try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: desk) }
    let source = desk.appendingPathComponent("main.swift")
    let lines =
      ["import Theta", "let theta = Tensor.ones([4])", "let variable = Variable(theta)"]
      + Self.asked.map { "_ = \($0)" } + ["_ = variable.crossEntropy([0])"]
    try Data(lines.joined(separator: "\n").utf8).write(to: source)
    let engine = try Engine(root: ProofTests.root)
    let compiler = Process()
    compiler.executableURL = engine.compiler
    compiler.arguments = engine.arguments(
      [source.path], program: desk.appendingPathComponent("answer").path)
    let pipe = Pipe()
    compiler.standardError = pipe
    compiler.standardOutput = pipe
    try compiler.run()
    let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    compiler.waitUntilExit()
    let wrong = Set(said.matches(of: /main\.swift:(\d+):\d+: error/).compactMap { Int($0.1) })
    // Each of them is missing, and the operations around them are there.
    #expect(wrong == Set(4..<4 + Self.asked.count), "\(said)")
  }

  @Test func `A workbook of earlier days is told the engine's name`() {
    let said = "/desk/penalty.swift:1:8: error: no such module 'CLCore'"
    #expect(
      Diagnosis.first(in: said, file: "penalty.swift")?.message.contains("`import Theta`") == true)
  }
}
