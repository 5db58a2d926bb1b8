import Foundation

/// A source file's text together with the name that messages use for it.
package struct SourceText: Sendable {
  /// Path relative to the package, for example `Chapters/01-forgetting/main.swift`.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Reads `name` below `root`.
  /// - Throws: ``SourceError`` when the file cannot be read as UTF-8 text.
  package init(name: String, below root: URL) throws(SourceError) {
    guard let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8) else {
      throw SourceError(file: name, line: nil, problem: "cannot be read as UTF-8 text")
    }
    self.init(name: name, text: text)
  }
}

/// Something wrong in a chapter's source, and where.
public struct SourceError: Error, Equatable, CustomStringConvertible {
  /// Path relative to the package.
  public let file: String
  /// Line in the file, from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong and what to do.
  public let problem: String

  package init(file: String, line: Int?, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// `file:line: problem`, the form that editors turn into a link.
  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
  }
}

extension String {
  /// The lines of a file as the compiler counts them, whatever the line ends (LF, CRLF or CR).
  package var sourceLines: [String] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(String.init)
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  package var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
