import Foundation
import Lessons
import Testing

/// Containers, services and time jobs have no language, and some users have settings of gnuplot.
@Suite("Programs run for us", .temporaryFolder)
struct ChildProcessTests {
  static let callers: [[String: String]] = [
    [:], ["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LANG": "C"], ["LC_ALL": "xx_YY.UTF-8"],
    ["LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LANGUAGE": "de"],
  ]

  @Test("find UTF-8 characters, C's numbers and messages, whatever the caller's language")
  func language() {
    for caller in Self.callers {
      let found = ChildProcess.environment(caller.merging(["PATH": "/bin", "HOME": "/h"]) { $1 })
      #expect(found["LC_CTYPE"]?.hasSuffix("UTF-8") == true)
      #expect(Set(found.keys) == ["PATH", "HOME", "LC_CTYPE"])
    }
  }

  @Test("are looked for where systems keep them when there is no search path")
  func searchPath() {
    #expect(ChildProcess.executable("sh", searchPath: nil) != nil)
    #expect(ChildProcess.executable("sh", searchPath: "") == nil)
  }

  @Test(
    "draw the same picture, with characters beyond ASCII, whatever the caller's language and settings",
    .enabled(if: Program().executable != nil, "gnuplot is not installed"))
  func pictures() throws {
    var figure = Samples.curves
    figure.title = "Grün: 20 °C, θ ≥ ½"
    let home = TemporaryFolder.place().path
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try Data("exit status 3\n".utf8).write(to: URL(filePath: "\(home)/.gnuplot"))
    let own = [
      "HOME": home, "GNUTERM": "nothing", "GNUPLOT_LIB": home, "GNUPLOT_FONTPATH": home,
      "GNUPLOT_DRIVER_DIR": home,
    ]
    var drawn: Set<Data> = []
    for (number, caller) in (Self.callers + [own]).enumerated() {
      let folder = URL(filePath: "\(home)/\(number)")
      let pictures = try Gnuplot.render(
        figure, named: "a", in: folder, format: .page, with: Program(caller: caller))
      #expect(!pictures.remarks.contains { $0.contains("iconv") }, "\(caller)")
      drawn.insert(try Data(contentsOf: pictures.file("png")))
    }
    #expect(drawn.count == 1)
  }

  @Test("may remark on what they like: a whole picture stands, with the remarks, each once")
  func remarks() throws {
    guard let gnuplot = Program().executable?.path else { return }
    let folder = TemporaryFolder.place()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appending(path: "talkative")
    let said = "for i in 1 2; do echo 'warning: the moon is full' >&2; done"
    try Data("#!/bin/sh\n\(said)\nexec \(gnuplot) \"$@\"\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let out = folder.appending(path: "out")
    let pictures = try Pictures(Samples.curves, named: "a")
    let drawn = try pictures.draw(in: out, with: Program(executable: program))
    #expect(drawn.remarks.contains("warning: the moon is full"))
    #expect(Set(drawn.remarks).count == drawn.remarks.count)
    // They are part of the record, also when the pictures are found again.
    #expect(pictures.found(in: out)?.remarks == drawn.remarks)
  }
}
