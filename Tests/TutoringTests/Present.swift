import Foundation
import Tutoring

/// What some tests need and not every machine has.
enum Present {
  static let tutor = ProofTests.root.appendingPathComponent(".build/release/tutor")
  static let hasEngine = (try? Engine(root: ProofTests.root)) != nil
  static let hasTutor = hasEngine && FileManager.default.isExecutableFile(atPath: tutor.path)

  /// Some machines have bubblewrap and allow it nothing, as in a container.
  static let hasSandbox: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/bwrap")
    process.arguments = [
      "--unshare-all", "--unshare-user", "--disable-userns", "--ro-bind", "/", "/", "true",
    ]
    guard hasEngine, (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
