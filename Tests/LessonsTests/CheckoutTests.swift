import Foundation
import Lessons
import Testing

/// A checkout as it is met on other people's machines.
@Suite("A checkout", .temporaryFolder)
struct CheckoutTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let isRepository =
    Tool(name: "git").isThere
    && FileManager.default.fileExists(atPath: root.appending(path: ".git").path)

  /// A folder whose name is none of the plain ones.
  private func folder(_ name: String = "José's 桌面") throws -> URL {
    let folder = TemporaryFolder.place().appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test(
    "has scripts that run where git is told to end lines with CRLF",
    .enabled(if: isRepository, "git is not installed, or this is no clone"))
  func lineEnds() throws {
    let clone = try folder().appending(path: "clone").path
    let cloned = try Tool(name: "git").run(
      [
        "clone", "--quiet", "-c", "core.autocrlf=true", "-c", "safe.directory=*", Self.root.path,
        clone,
      ])
    #expect(cloned.code == 0, "\(cloned.errors)")
    let helped = try Tool(name: "make").run(["-C", clone, "help"])
    #expect(helped.code == 0 && helped.output.contains("make chapter-1"), "\(helped.errors)")
    let picture = "docs/forgetting.png"
    #expect(
      FileManager.default.contentsEqual(
        atPath: "\(clone)/\(picture)", andPath: Self.root.appending(path: picture).path))
  }

  @Test("that cannot be written is said to be another's, with what to do")
  func another() throws {
    let clone = try folder("clone")
    try FileManager.default.copyItem(
      at: Self.root.appending(path: "Scripts"), to: clone.appending(path: "Scripts"))
    // Root may write everywhere: it becomes nobody, who may come as far as here.
    let isRoot = geteuid() == 0
    guard !isRoot || Tool(name: "setpriv").isThere else { return }
    let nobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups Scripts/setup"
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: clone.path)
    let refused = try Tool(name: "sh").run(
      ["-c", "cd \"$0\" && \(isRoot ? nobody : "exec Scripts/setup")", clone.path])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: clone.path)
    #expect(
      refused.code == 1 && refused.errors.contains("Nothing can be built in"), "\(refused.errors)")
    #expect(refused.errors.contains("git clone"))
  }

  @Test("gives the compiler a folder for temporary files whose path is ASCII")
  func temporaryFolder() throws {
    func given(_ path: String) throws -> String {
      let rule = "printf 'given: ; @echo \"$$TMPDIR\"\\n'"
      let command = "\(rule) | TMPDIR=\"$1\" make -s -C \"$0\" -f Makefile -f - given"
      return try Tool(name: "sh").run(["-c", command, Self.root.path, path]).output.trimmed
    }
    let plain = try folder("plain").path
    #expect(try given(folder("José").path) == "/tmp")
    #expect(try given(plain) == plain)
  }
}
