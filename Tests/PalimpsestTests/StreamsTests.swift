import Foundation
import Testing

/// The program with the standard files that services, full disks and broken pipes give it.
@Suite("Whatever the standard streams are", .enabled(if: Built.isThere, "palimpsest is not built"))
struct StreamsTests {
  /// How the program is started by a shell, as `"$0" "$@"`, and what stands for what.
  static let manners = [
    (#""$0" "$@" >&- 2>&- <&-"#, "all closed"),
    (#""$0" "$@" >&-"#, "output closed"),
    (#""$0" "$@" >/dev/full 2>/dev/full"#, "a full disk"),
    (#"{ "$0" "$@" 2>&1; echo $? >code; } | :; exit $(cat code)"#, "nobody reads"),
    (
      #"{ "$0" "$@" 2>&1; echo $? >code; } | { sleep 1; cat >/dev/null; }; exit $(cat code)"#,
      "slow"
    ),
  ]

  @Test(
    "results are whole, the exit code is that of the work", arguments: ["--json", "--threads=2"])
  func wholeResults(flag: String) throws {
    let folder = try TemporaryFolder()
    func results(_ name: String, _ manner: String) throws -> [String: Data] {
      let run = try Built.run(
        manner, ["run"] + Built.small + [flag, "--out", name], in: folder.path)
      #expect(run.code == 0, "\(name): \(run.said)")
      let out = folder.path + "/" + name
      let files = try FileManager.default.contentsOfDirectory(atPath: out).filter {
        // How long it took differs from run to run.
        !$0.hasSuffix("machine.json") && !$0.hasPrefix(".")
      }
      return try Dictionary(
        uniqueKeysWithValues: files.map {
          ($0, try Data(contentsOf: URL(filePath: "\(out)/\($0)")))
        })
    }
    let expected = try results("as usual", #""$0" "$@" >/dev/null"#)
    #expect(expected.keys.contains("seed-3.json"))
    for (manner, name) in Self.manners {
      #expect(try results(name, manner) == expected, "\(name)")
    }
  }

  @Test("a table that was asked for and cannot be written is an error, a reader who is gone is not")
  func answers() throws {
    let folder = try TemporaryFolder()
    let full = try Built.run(#""$0" "$@" >/dev/full"#, ["methods"], in: folder.path)
    #expect(full.code == 1 && full.said.contains("standard output cannot be written"))
    let gone = try Built.run(Self.manners[3].0, ["methods"], in: folder.path)
    #expect(gone.code == 0)
  }

  #if os(Linux)
    @Test("a reader who is slow to read from a pipe that does not wait misses nothing")
    func notBlocking() throws {
      let expected = try Built.run(#""$0" "$@""#, ["methods"], in: "/").said
      let pipe = Pipe()
      let end = pipe.fileHandleForWriting.fileDescriptor
      #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0)
      // Full before the first word.
      let filler = [UInt8](repeating: 0, count: 4096)
      var filled = 0
      while case let count = write(end, filler, filler.count), count > 0 { filled += count }
      let process = Process()
      process.executableURL = Built.program
      process.arguments = ["methods"]
      process.standardOutput = pipe
      try process.run()
      usleep(300_000)
      let said = (try pipe.fileHandleForReading.readToEnd() ?? Data()).dropFirst(filled)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
      #expect(String(decoding: said, as: UTF8.self) == expected)
    }
  #endif
}

/// Folders as people name them.
@Suite("Whatever a folder is called", .enabled(if: Built.isThere, "palimpsest is not built"))
struct OddFolderTests {
  static let names = [
    "two words", "it's \"quoted\"", "José 桌面 θ̂", String(repeating: "long", count: 50), "-dash",
    "#%$\\,=@[x]*?", ".hidden", "line\nbreak",
  ]

  @Test("a run is made there and compared", arguments: names)
  func runs(name: String) throws {
    let folder = try TemporaryFolder()
    let flags = ["--out=" + name, "--quiet"]
    let run = try Built.run(#""$0" "$@""#, ["run"] + Built.small + flags, in: folder.path)
    #expect(run.code == 0, "\(run.said)")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(name)/seed-3.json"))
    let compared = try Built.run(#""$0" "$@""#, ["compare", "--", name], in: folder.path)
    #expect(compared.code == 0, "\(compared.said)")
  }

  @Test("a link to a folder is that folder, and one that cannot be made is named, with the reason")
  func linksAndRefusals() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/real", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "real")
    let arguments = ["run"] + Built.small + ["--quiet", "--out"]
    let linked = try Built.run(#""$0" "$@""#, arguments + ["link"], in: folder.path)
    #expect(linked.code == 0, "\(linked.said)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/real/seed-3.json"))
    try Data().write(to: URL(filePath: folder.path + "/file"))
    let refused = try Built.run(#""$0" "$@""#, arguments + ["file/run"], in: folder.path)
    #expect(refused.code == 1 && refused.said.contains("file/run"), "\(refused.said)")
    #expect(refused.said.contains("Not a directory"), "\(refused.said)")
  }
}

/// The program as it is built beside the tests.
enum Built {
  static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".build/release/palimpsest")
  static let isThere = FileManager.default.isExecutableFile(atPath: program.path)

  /// Runs of a second.
  static let small = [
    "--method", "fine-tuning", "--data", "glyphs", "--iterations", "20", "--hidden", "20",
    "--batch",
    "16", "--train-per-task", "50", "--test-per-task", "20", "--seeds", "0-3",
  ]

  /// What a shell says that starts the program as `manner` writes it, and the exit code: 128 and more for a signal.
  static func run(
    _ manner: String, _ arguments: [String], in folder: String
  ) throws -> (code: Int32, said: String) {
    let process = Process()
    let said = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", manner, program.path] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let text = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }
}
