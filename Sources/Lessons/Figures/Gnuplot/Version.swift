import Foundation

extension Gnuplot {
  /// What gnuplot says of itself, for example `gnuplot 5.4 patchlevel 4`; nil when it does not answer.
  package static func version() -> String? {
    let process = Process()
    let printed = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gnuplot", "--version"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = printed
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil,
      let answer = try? printed.fileHandleForReading.readToEnd()
    else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: answer, as: UTF8.self).trimmed : nil
  }
}
