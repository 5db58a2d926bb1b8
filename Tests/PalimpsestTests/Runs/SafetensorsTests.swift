import Foundation
import Lessons
import Testing
import palimpsest

@Suite("Files of tensors")
struct SafetensorsTests {
  private var example: Safetensors {
    let floats: [Float] = [1, -2.5, .infinity, 0, 1e-30, 6]
    return Safetensors(
      tensors: [
        "b": .init(type: "F32", shape: [2, 3], bytes: floats.withUnsafeBytes { Data($0) }),
        "a": .init(type: "U8", shape: [3], bytes: Data([1, 2, 255])),
        "wide": .init(type: "F64", shape: [], bytes: [Double.pi].withUnsafeBytes { Data($0) }),
        "none": .init(type: "F32", shape: [0, 4], bytes: Data()),
      ], metadata: ["θ": "a text with “signs” and \n lines"])
  }

  @Test("What is written is read back, and the same tensors make the same bytes")
  func roundTrip() throws {
    let file = try example.file()
    #expect(try Safetensors(file: file) == example)
    #expect(try example.file() == file)
    // Header and numbers lie at multiples of eight bytes.
    #expect(file.prefix(8).first.map { $0 % 8 } == 0)
  }

  @Test("A file cut off anywhere is refused")
  func cut() throws {
    let file = try example.file()
    for length in 0..<file.count {
      #expect(throws: (any Error).self) { try Safetensors(file: file.prefix(length)) }
    }
    #expect(throws: (any Error).self) { try Safetensors(file: file + Data([0])) }
  }

  @Test("A header that lies about places, shapes or sizes is refused")
  func lies() throws {
    for (type, shape, offsets) in [
      ("F32", "[2]", "[0,4]"), ("F32", "[1]", "[4,0]"), ("F32", "[1]", "[-4,0]"),
      ("F32", "[-1]", "[0,4]"), ("F16", "[2]", "[0,4]"), ("F32", "[1]", "[0,400]"),
      ("F32", "[4611686018427387905]", "[0,4]"), ("F32", "[1]", "[0]"),
    ] {
      let header = Data(
        #"{"x":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}}"#.utf8)
      let file =
        withUnsafeBytes(of: UInt64(header.count).littleEndian) { Data($0) } + header
        + Data(count: 4)
      #expect(throws: (any Error).self, "\(type) \(shape) \(offsets)") {
        try Safetensors(file: file)
      }
    }
  }

  private static let interpreter = ChildProcess.executable("python3").flatMap { python in
    Typeface.run([python.path, "-c", "import safetensors.numpy"]).map { _ in python }
  }

  @Test(
    "The package safetensors of Python reads the same numbers and texts",
    .enabled(if: interpreter != nil, "python3 with safetensors is not installed"))
  func readByPython() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/example.safetensors"
    try example.file().write(to: URL(filePath: path))
    let interpreter = try #require(Self.interpreter)
    let process = Process()
    process.executableURL = interpreter
    process.arguments = [
      "-c",
      """
      import sys
      from safetensors import safe_open
      with safe_open(sys.argv[1], "numpy") as file:
        assert sorted(file.keys()) == ["a", "b", "none", "wide"], file.keys()
        assert file.get_tensor("b").tolist() == [[1, -2.5, float("inf")], [0, file.get_tensor("b")[1][1], 6]]
        assert file.get_tensor("b").dtype == "float32" and file.get_tensor("wide").dtype == "float64"
        assert file.get_tensor("wide") == 3.141592653589793
        assert file.get_tensor("a").tolist() == [1, 2, 255] and file.get_tensor("none").shape == (0, 4)
        assert file.metadata() == {"θ": "a text with “signs” and \\n lines"}, file.metadata()
      """, path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
