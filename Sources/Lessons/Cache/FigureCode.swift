/// A Swift file of a chapter's folder `Figures`, which draws results and makes none.
///
/// That is a convention, and a stale number would be the price of breaking it. So it is not believed: a file
/// counts as code that makes results when the code that does mentions a name that it declares.
struct FigureCode {
  /// Where the file is in its package.
  let path: String
  /// The file without its comments.
  let text: String
  /// All words of the file.
  let words: Set<String>
  /// What other files can call of it by name.
  private var names: Set<String> = []
  /// Whether other files may use it without a name: by an operator.
  private var isNameless = false

  init(_ path: String, _ source: String) {
    self.path = path
    let code = CodeText(source)
    (text, words) = (CodeText.text(of: source), code.words)
    var extends = false
    var extended: [String] = []
    for line in code.lines where line.depth <= 1 && !line.startsInsideLiteral {
      let words = line.words.filter { !$0.hasPrefix("@") }
      // What a type of this file has is reached by way of a name that stands outside it.
      if line.depth == 0, line.declares {
        extends = words.contains("extension")
        extended = words.filter { $0 != "extension" }
        // A conformance has no name of its own; nor has an initialiser or a subscript.
        if extends, line.code.contains(":") { names.formUnion(extended) }
      }
      if line.depth == 1, !extends { continue }
      if words.contains(where: { $0 == "private" || $0 == "fileprivate" }) { continue }
      if extends, words.contains(where: { $0 == "init" || $0 == "subscript" }) {
        names.formUnion(extended)
      }
      for (word, name) in zip(words, words.dropFirst()) where Self.introducing.contains(word) {
        names.insert(name)
      }
      if line.code.contains("func ") && line.code.firstMatch(of: /func\s+[^\s\w(]/) != nil {
        isNameless = true
      }
    }
  }

  /// Those of `files` on which the code with these words may depend, directly or through each other.
  static func used(of files: [FigureCode], by words: Set<String>) -> [FigureCode] {
    var (words, rest, used) = (words, files, [FigureCode]())
    while let next = rest.firstIndex(where: { $0.isNameless || !$0.names.isDisjoint(with: words) })
    {
      let file = rest.remove(at: next)
      words.formUnion(file.words)
      used.append(file)
    }
    return used
  }

  private static let introducing: Set<String> = [
    "func", "struct", "enum", "class", "actor", "protocol", "typealias", "let", "var", "case",
  ]
}
