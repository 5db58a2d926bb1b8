import Foundation
import Hashing

/// The source files of a package from which one chapter is built, as they are on disk now.
package struct SourceTree: Sendable {
  /// The package's folder.
  package let root: URL
  /// The chapter's folder, for example `Chapters/03-mas`.
  package let chapter: String
  /// The bytes of every source, by its path in the package.
  package let files: [String: Data]

  /// What a source's name ends in. `Scripts/sources` has the same list.
  private static let endings: Set<String> = ["swift", "c", "h", "cpp", "modulemap"]

  /// Reads the sources of the chapter whose `main.swift` is at `source` in the package at `root`.
  /// - Throws: ``SourceError`` when one cannot be read.
  package init(root: URL, source: String) throws(SourceError) {
    self.root = root
    chapter = source.split(separator: "/").dropLast().joined(separator: "/")
    var files: [String: Data] = [:]
    let folders = ["Sources", "Chapters/Book", chapter]
    let found = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path) ?? .init())
        .compactMap { ($0 as? String).map { "\(folder)/\($0)" } }
    }
    for path in found + ["Package.swift"] where Self.endings.contains(path.pathEnding) {
      guard let bytes = try? Data(contentsOf: root.appending(path: path)) else {
        throw SourceError(file: path, line: nil, problem: "cannot be read")
      }
      files[path] = bytes
    }
    self.files = files
  }

  /// What `Scripts/sources` prints: `hash  path` of every file, a line each, in the order of their names. Of the
  /// chapter's `main.swift` the code alone is hashed, for the program reads its prose when it runs.
  package var manifest: String {
    let main = "\(chapter)/main.swift"
    return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\(SHA256.hex(of: $0.key == main ? $0.value.withoutProse : $0.value))  \($0.key)\n" }
      .joined()
  }

  /// The text of a file, empty when there is none.
  func text(_ path: String) -> String {
    files[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Whether a file has `text` in it.
  func file(_ path: String, contains text: String) -> Bool {
    files[path]?.contains(text) ?? false
  }

  /// The paths below one of `folders`, in order.
  func paths(below folders: String...) -> [String] {
    files.keys.filter { path in folders.contains { path.hasPrefix($0 + "/") } }.sorted()
  }
}

extension Data {
  /// The lines that do not begin with `//:`, each with an end, as `grep -v '^//:'` prints them.
  fileprivate var withoutProse: Data {
    var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var code = Data()
    for line in lines where !line.starts(with: "//:".utf8) {
      code += line
      code.append(UInt8(ascii: "\n"))
    }
    return code
  }

  /// Whether these bytes of a text have `text` in them; ten times as fast as to ask the text.
  func contains(_ text: String) -> Bool {
    let needle = Array(text.utf8)
    return withUnsafeBytes { bytes in
      guard let first = needle.first, var place = bytes.baseAddress else { return needle.isEmpty }
      let end = place + bytes.count - needle.count + 1
      while place < end, let found = memchr(place, Int32(first), end - place) {
        if memcmp(found, needle, needle.count) == 0 { return true }
        place = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }
}

extension String {
  /// What stands behind the last dot.
  fileprivate var pathEnding: String { split(separator: ".").last.map(String.init) ?? "" }
}
