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
  /// Whether other files may use it without a name: by an operator, for instance.
  private var isNameless = false
  /// The types that it extends.
  private var extended: Set<String> = []

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
        if extends { self.extended.formUnion(extended) }
        // A conformance has no name of its own; nor has an initialiser or a subscript.
        if extends, line.code.contains(":") { names.formUnion(extended) }
      }
      if line.depth == 1, !extends { continue }
      if words.contains(where: { $0 == "private" || $0 == "fileprivate" }) { continue }
      if extends, words.contains(where: Self.reachedByType.contains) { names.formUnion(extended) }
      if let pattern = line.code.firstMatch(of: /(?:let|var)\s*\(([^)]*)\)/) {
        names.formUnion(SwiftLine.words(of: String(pattern.1)))
      }
      for (word, name) in zip(words, words.dropFirst()) where Self.introducing.contains(word) {
        names.insert(name)
        if Self.reachedByNothing.contains(name) { isNameless = true }
      }
      if line.code.contains("func ") && line.code.firstMatch(of: /func\s+[^\s\w(]/) != nil {
        isNameless = true
      }
    }
  }

  /// Those of `files` on which the code with these words may depend, directly or through each other.
  ///
  /// - Parameter isProtocol: whether the code or the library declares a protocol of that name. What a file adds
  ///   to one may be called by whoever knows the protocol.
  static func used(
    of files: [FigureCode], by words: Set<String>, isProtocol: (String) -> Bool
  ) -> [FigureCode] {
    var (words, rest, used) = (words, files, [FigureCode]())
    for index in rest.indices where rest[index].extended.contains(where: isProtocol) {
      rest[index].isNameless = true
    }
    while let next = rest.firstIndex(where: { $0.isNameless || !$0.names.isDisjoint(with: words) })
    {
      let file = rest.remove(at: next)
      words.formUnion(file.words)
      used.append(file)
    }
    return used
  }

  /// Members that are used by way of a value of the type, without their own names.
  private static let reachedByType: Set<String> = [
    "init", "subscript", "callAsFunction", "makeIterator", "wrappedValue", "projectedValue",
  ]

  /// Members that a text or an interpolation calls, which names neither them nor their type.
  private static let reachedByNothing: Set<String> = [
    "appendInterpolation", "description", "debugDescription",
  ]

  private static let introducing: Set<String> = [
    "func", "struct", "enum", "class", "actor", "protocol", "typealias", "let", "var", "case",
  ]
}
