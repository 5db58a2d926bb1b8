import Foundation
import Lessons
import Testing

/// Which commit a program was built from, as git's own notes have it.
@Suite struct PackageVersionTests {
  private static let log = """
    0000 aaaa A B <a@b> 100 +0000\tclone: from somewhere
    aaaa bbbb O'Neil > 7 <a@b> 200 -0330\tcommit: 150 things
    bbbb cccc A <a@b> 300 +0000\tpull

    """

  @Test(arguments: [false, true])
  func `It is the last one that was checked out before the program was made`(isFurther: Bool) throws
  {
    let root = FileManager.default.temporaryDirectory.appending(path: "version-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let git = root.appending(path: isFurther ? "main/.git/worktrees/x" : ".git")
    try FileManager.default.createDirectory(
      at: git.appending(path: "logs"), withIntermediateDirectories: true)
    try Data(Self.log.utf8).write(to: git.appending(path: "logs/HEAD"))
    if isFurther {
      try Data("gitdir: main/.git/worktrees/x\n".utf8).write(to: root.appending(path: ".git"))
    }
    let found = [99, 100, 199, 200, 299, 1000].map {
      PackageVersion.commit(of: root, at: Date(timeIntervalSince1970: $0))
    }
    #expect(found == [nil, "aaaa", "aaaa", "bbbb", "bbbb", "cccc"])
  }

  @Test func `Without git there is a version all the same`() {
    #expect(PackageVersion.commit(of: FileManager.default.temporaryDirectory, at: Date()) == nil)
    #expect(PackageVersion.text.hasPrefix("Palimpsest \(PackageVersion.number), "))
  }
}
