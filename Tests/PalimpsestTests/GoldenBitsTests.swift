import CLCore
import Foundation
import Testing
import palimpsest

#if os(Linux)
  import COneDNN
#endif

/// What every method comes to on a tiny stream, to the bit, as `Tests/Golden/bits.json` has it. A change that moves
/// a number is seen here first; one that is meant to makes the file again, as its head says.
///
/// oneDNN sums in another order on each instruction set: the runs are made in processes of their own, where it is
/// held to AVX2. Our own kernels have the same bits on all of them.
@Suite("Golden bits", .serialized)
struct GoldenBitsTests {
  /// Why weights cannot be compared to the bit here; `nil` where they can.
  private static let obstacle: String? = {
    guard MemoryLayout<Real>.size == 4 else { return "numbers are Double" }
    guard let here = GoldenBits.libraries else { return "oneDNN with AVX2 is not to be had" }
    let there = try? GoldenBits.committed().libraries
    return GoldenBits.isToBeWritten || here == there
      ? nil : "the file is of \(there ?? "–"), this is \(here)"
  }()

  /// Made once for all tests.
  private static let made = Result { try GoldenBits.made() }

  @Test(
    "Weights after training are those of the file, to the bit",
    .enabled(if: obstacle == nil, "NOT CHECKED: the bits of the weights, for \(obstacle ?? "")"))
  func weights() throws {
    let made = try Self.made.get()
    if GoldenBits.isToBeWritten {
      try made.text.write(to: GoldenBits.file, atomically: true, encoding: .utf8)
    }
    let committed = try GoldenBits.committed()
    let known = Set(committed.methods.map(\.name))
    for method in made.methods where !known.contains(method.name) {
      print(
        "  NOT CHECKED: the bits of \(method.name), which \(GoldenBits.file.lastPathComponent) does not have yet"
      )
    }
    for golden in committed.methods {
      let ours = try #require(
        made.methods.first { $0.name == golden.name }, "\(golden.name) is gone")
      #expect(ours.weights == golden.weights, "\(golden.name)")
      #expect(ours.accuracies == golden.accuracies, "\(golden.name)")
    }
    #expect(made.learningToLearn == committed.learningToLearn)
  }

  @Test("Accuracies are those of the file, but for a sample or two on other processors")
  func accuracies() throws {
    let made = try Self.made.get()
    for golden in try GoldenBits.committed().methods {
      let ours = try #require(made.methods.first { $0.name == golden.name })
      let pairs = zip(ours.accuracies.joined(), golden.accuracies.joined())
      #expect(ours.accuracies.map(\.count) == golden.accuracies.map(\.count))
      #expect(pairs.allSatisfy { abs($0 - $1) < 0.035 }, "\(golden.name)")
    }
  }
}

/// The content of `Tests/Golden/bits.json`.
private struct GoldenBits: Codable {
  struct Method: Codable {
    let name: String
    let scenario: Scenario
    /// CRC-32 of the numbers of θ, tensor after tensor in the order of their names.
    let weights: UInt32
    /// R, row 0 the untrained network.
    let accuracies: [[Double]]
  }

  let about: String
  let libraries: String
  let methods: [Method]
  /// What `Tests/Bits` prints: method, seed, checksum of the weights, last loss.
  let learningToLearn: [String]

  static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  static let file = root.appending(path: "Tests/Golden/bits.json")
  static let isToBeWritten = ProcessInfo.processInfo.environment["PALIMPSEST_GOLDEN"] == "write"

  static func committed() throws -> GoldenBits {
    try JSONDecoder().decode(GoldenBits.self, from: Data(contentsOf: file))
  }

  /// What the bits depend on beside this package, where oneDNN can be held to AVX2.
  static let libraries: String? = {
    #if os(Linux) && arch(x86_64)
      let avx2 = dnnl_cpu_isa_avx2.rawValue
      guard dnnl_get_effective_cpu_isa().rawValue & avx2 == avx2 else { return nil }
      let version = dnnl_version().pointee
      var library = [CChar](repeating: 0, count: 64)
      confstr(Int32(_CS_GNU_LIBC_VERSION), &library, library.count)
      return "oneDNN \(version.major).\(version.minor).\(version.patch), "
        + String(decoding: library.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    #else
      return nil
    #endif
  }()

  /// Runs all methods, oneDNN held to AVX2 where that can be done.
  static func made() throws -> GoldenBits {
    let folder = try TemporaryFolder()
    var methods: [Method] = []
    // A scenario for each method: the task, where it may be known.
    for scenario in [Scenario.task, .class] {
      let names = Kinds.library.methods.map { $0.about }
        .filter { $0.scenarios.contains(.task) == (scenario == .task) }.map(\.key)
      let out = "\(folder.path)/\(scenario.rawValue)"
      let protocolFlags =
        "--data glyphs --tasks 5 --iterations 10 --batch 32 --hidden 100 --train-per-task 200 "
        + "--test-per-task 100 --seeds 0 --threads 1 --quiet"
      let flags = [
        "run", "--method", names.joined(separator: ","), "--scenario", scenario.rawValue, "--out",
        out,
      ]
      _ = try run("palimpsest", flags + protocolFlags.split(separator: " ").map(String.init))
      for name in names {
        let runs = RunFolder(names.count == 1 ? out : "\(out)/\(name)")
        methods.append(try method(name, scenario, in: runs))
      }
    }
    methods.sort { $0.name < $1.name }
    let lines = try run("bits", []).split(separator: "\n").map(String.init)
    return GoldenBits(
      about: "Written by PALIMPSEST_GOLDEN=write swift test -c release --disable-xctest --filter "
        + "GoldenBitsTests, on a processor with AVX2, when a number was meant to move.",
      libraries: libraries ?? "–", methods: methods, learningToLearn: lines)
  }

  private static func method(_ name: String, _ scenario: Scenario, in folder: RunFolder) throws
    -> Method
  {
    let record = try #require(try folder.read(0))
    let file = try Safetensors(file: Data(contentsOf: URL(filePath: folder.weights(0))))
    // θ alone: what a method keeps beside it follows from it, or is tested with the method.
    let beside = Set((file.metadata["beside"] ?? "").split(separator: " ").map(String.init))
    let theta = file.tensors.filter { !beside.contains($0.key) }
    let numbers = theta.sorted { $0.key < $1.key }.reduce(Data()) { $0 + $1.value.bytes }
    return Method(
      name: name, scenario: scenario, weights: crc32(of: Array(numbers)),
      accuracies: record.matrix.rows.map { $0.map { $0 ?? .nan } })
  }

  /// What one of the package's programs prints, which lies beside the tests.
  private static func run(_ name: String, _ arguments: [String]) throws -> String {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = [beside, root.appending(path: ".build/release")].map { $0.appending(path: name) }
    let program: URL = try #require(
      places.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "there is no program \(name) in \(places)")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["ONEDNN_MAX_CPU_ISA": "AVX2"], uniquingKeysWith: { $1 })
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(name) \(arguments.joined(separator: " "))")
    return String(decoding: text, as: UTF8.self)
  }

  /// As JSON with a line per method, so that a comparison of versions shows which have moved.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      func line(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
      }
      func list(_ values: [some Encodable]) throws -> String {
        "[\n" + (try values.map { "    " + (try line($0)) }.joined(separator: ",\n")) + "\n  ]"
      }
      return """
        {
          "about": \(try line(about)),
          "libraries": \(try line(libraries)),
          "methods": \(try list(methods)),
          "learningToLearn": \(try list(learningToLearn))
        }

        """
    }
  }
}
