import Foundation

/// The list of sources that a program was built from, which `make` leaves beside it.
///
/// A result is kept under the hash of the sources as they are on disk. If the program came from others, that
/// would be a lie, and a later program would believe it. So the list is taken before the build begins and put
/// in place when it has succeeded: sources that are still the same were the same all through the build. What
/// has been built since, by hand, is younger than its list. Times of the sources themselves were not trusted:
/// a copy may bring an old one with it.
package enum BuildStamp {
  /// Why the program at `program` cannot be said to come from the sources of `tree`; nil when it does.
  package static func doubt(about program: URL, from tree: SourceTree) -> String? {
    let stamp = program.appendingPathExtension("sources")
    guard let listed = try? String(contentsOf: stamp, encoding: .utf8),
      let built = time(of: program), let stamped = time(of: stamp), built <= stamped
    else { return "the program was not built by `make`" }
    return listed == tree.manifest ? nil : "sources have changed since the program was built"
  }

  /// When a file was changed last, whatever time it was given.
  private static func time(of file: URL) -> Double? {
    var facts = stat()
    guard stat(file.path, &facts) == 0 else { return nil }
    #if canImport(Darwin)
      let time = facts.st_ctimespec
    #else
      let time = facts.st_ctim
    #endif
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
