import Foundation

/// The programs that are run for us: where they are, and what they find in their environment.
package enum ChildProcess {
  /// The first program called `name` on the search path; nil when there is none. Without a search path it is looked
  /// for where systems keep their programs.
  package static func executable(
    _ name: String, searchPath: String? = ProcessInfo.processInfo.environment["PATH"]
  ) -> URL? {
    (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").lazy
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// `caller` without its language and its settings of gnuplot: characters are UTF-8, numbers and messages are those of
  /// C. A container or a service has no language at all, and a program there takes “é” for two characters; another
  /// language has a comma in its numbers.
  package static func environment(
    _ caller: [String: String] = ProcessInfo.processInfo.environment
  ) -> [String: String] {
    let foreign = ["LC_", "GNUPLOT", "GNUTERM", "GDFONTPATH"]
    var own = caller.filter { name, _ in
      name != "LANG" && name != "LANGUAGE" && !foreign.contains { name.hasPrefix($0) }
    }
    #if canImport(Darwin)
      own["LC_CTYPE"] = "UTF-8"
    #else
      own["LC_CTYPE"] = "C.UTF-8"
    #endif
    return own
  }
}
