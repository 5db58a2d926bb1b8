import Foundation
import Testing
import Tutoring

@Suite("A program that is run")
struct ChildTests {
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd"), "no list of open files"))
  func `Inherits no file that is open here, however high its number`() throws {
    var limit = rlimit()
    getrlimit(numbered, &limit)
    let before = limit
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 4096))
    setrlimit(numbered, &limit)
    defer { _ = withUnsafePointer(to: before) { setrlimit(numbered, $0) } }
    let low = open("/dev/null", O_RDONLY)
    let high = fcntl(low, F_DUPFD, 2000)
    defer { for end in [low, high] { close(end) } }
    try #require(low > 2 && high >= 2000)

    let listing = try Child("/bin/ls", ["/proc/self/fd"]).run().output
    let found = String(decoding: listing, as: UTF8.self).split(separator: "\n").compactMap {
      Int($0)
    }
    // The fourth is the list itself.
    #expect(found == [0, 1, 2, 3])
  }

  #if canImport(Darwin)
    private let numbered = RLIMIT_NOFILE
  #else
    private let numbered = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #endif
}
