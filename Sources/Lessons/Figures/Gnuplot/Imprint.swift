import Foundation

/// The mark that pictures carry, `.wells.made` beside them: what they were made of, and which files they are. It
/// is the one rule for whether pictures are of today, on pages, on slides, in another language and for lectures.
///
/// Nothing is believed to have a hand in a picture because of its date or its name. What would be drawn now is
/// worked out to the last letter of script and data, and only gnuplot's work is spared when that is what was drawn.
package struct Imprint: Equatable, Sendable {
  /// The hash of the values, and of the scripts and the data that draw them: of the drawing's code, size, theme and
  /// language by what they lead to.
  let origin: String
  /// The gnuplot that drew, and which of the fonts that it was asked for it had.
  package let tools: String
  /// The files, pictures and what makes them, with their lengths in bytes.
  let files: [String: Int]
  /// What gnuplot remarked while it drew.
  let remarks: [String]

  /// Where the mark of the figure `name` lies.
  static func file(_ name: String, in folder: URL) -> URL {
    folder.appending(path: ".\(name).made")
  }

  /// The mark of the figure `name` in `folder`; nil when there is none.
  package init?(of name: String, in folder: URL) {
    guard let text = try? String(contentsOf: Self.file(name, in: folder), encoding: .utf8) else {
      return nil
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    guard lines.count > 2 else { return nil }
    (origin, tools) = (lines[0], lines[1])
    files = Dictionary(
      lines.dropFirst(2).compactMap { line in
        let words = line.split(separator: " ")
        return words.count == 2 ? Int(words[0]).map { (String(words[1]), $0) } : nil
      }
    ) { first, _ in first }
    remarks = lines.filter { $0.hasPrefix(Self.remark) }.map { String($0.dropFirst(2)) }
  }

  init(origin: String, tools: String, files: [String: Int], remarks: [String] = []) {
    (self.origin, self.tools, self.files, self.remarks) = (origin, tools, files, remarks)
  }

  /// What a line with a remark begins with.
  private static let remark = "# "

  /// As it stands in its file.
  var text: String {
    let files = files.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return ([origin, tools] + files + remarks.map { Self.remark + $0 }).joined(separator: "\n")
  }

  /// Whether all the files are in `folder`, none of them cut short.
  func isWhole(in folder: URL) -> Bool {
    files.allSatisfy { name, length in
      let file = folder.appending(path: name)
      return (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize == length
    }
  }
}

extension Gnuplot {
  /// What draws besides our own code: gnuplot, and those of the `fonts` asked for that are there for it; nil without
  /// gnuplot, when no picture can be of another one's making.
  static func tools(for fonts: Set<String>) -> String? {
    installed.map { ([$0.gnuplot] + $0.fonts.filter(fonts.contains)).joined(separator: ", ") }
  }

  /// Asked once, since no run outlives its gnuplot.
  private static let installed: (gnuplot: String, fonts: [String])? = version().map {
    ($0, Language.allCases.map(\.font).filter(Typeface().has))
  }
}
