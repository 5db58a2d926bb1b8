import Foundation

/// The version of all programs of this package, and the commit that a program was built from.
package enum PackageVersion {
  /// The version, in this one place; `CHANGELOG.md` says what is in it.
  package static let number = "0.1.0-dev"

  /// What `--version` prints: the version, and the commit of this package that the running program was built from.
  package static var text: String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? ""
    let attributes = try? FileManager.default.attributesOfItem(atPath: program)
    let built = attributes?[.modificationDate] as? Date
    let builtFrom = built.flatMap { commit(of: root, at: $0) }
    return "Palimpsest \(number), "
      + (builtFrom.map { "built from commit \($0)" } ?? "of no known commit")
  }

  /// The commit that was checked out in `root` at a time, shortened; nil when git does not know any more.
  ///
  /// Git notes each change of what is checked out, with its time. Nothing need be written into a program, so that a commit
  /// of prose builds nothing; changes that were not committed are not seen.
  package static func commit(of root: URL, at time: Date) -> String? {
    var git = root.appending(path: ".git")
    // In a further working tree a file says where the folder is.
    if let text = try? String(contentsOf: git, encoding: .utf8), text.hasPrefix("gitdir: ") {
      let place = text.dropFirst(8).trimmed
      git = place.hasPrefix("/") ? URL(filePath: place) : root.appending(path: place)
    }
    guard let data = try? Data(contentsOf: git.appending(path: "logs/HEAD")) else { return nil }
    // Lines of `before after name <address> seconds zone`, a tab and words. A name may hold anything.
    return String(decoding: data, as: UTF8.self).sourceLines.last { line in
      let fields = line.prefix { $0 != "\t" }.split(separator: " ")
      guard fields.count > 4, let seconds = Double(fields[fields.count - 2]) else { return false }
      return seconds <= time.timeIntervalSince1970
    }.map { String($0.split(separator: " ")[1].prefix(12)) }
  }
}
