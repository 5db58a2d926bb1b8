/// What a chapter declares that works with its global `lesson`: a call that names one of these may train, even
/// though it says nothing of the lesson itself.
///
/// A declaration is taken as a whole, and a type with all that it has. To take too many costs a training.
struct LessonUsers {
  /// A function, a type or an extension of the chapter.
  private struct Declaration {
    /// What the rest of the chapter calls it by.
    var names: Set<String>
    var words: Set<String>
    let isUser: Bool
  }

  /// The names of all that work, directly or through each other.
  let names: Set<String>

  init(_ files: [CodeText]) {
    var rest = files.flatMap { Self.declarations(of: $0.lines) }
    var names = Set<String>()
    while let next = rest.firstIndex(where: { $0.isUser || !$0.words.isDisjoint(with: names) }) {
      names.formUnion(rest.remove(at: next).names)
    }
    self.names = names
  }

  /// Whether a piece of code uses the lesson for more than to ask for the profile.
  static func uses(_ code: String) -> Bool {
    // In Unicode's own sense `lesson.seeds` is one word.
    code.contains(/\blesson\b(?!\s*\.\s*profile\b)/.wordBoundaryKind(.simple))
  }

  private static func declarations(of lines: [SwiftLine]) -> [Declaration] {
    lines.indices.filter { place in
      let line = lines[place]
      return line.depth == 0 && !line.startsInsideLiteral && line.declares
    }.map { place in
      let head = lines[place]
      let body = lines[(place + 1)...].prefix { $0.depth > 0 || $0.startsInsideLiteral }
      // Within a function, what has a name is known to nobody else.
      let members = head.words.contains("func") ? [] : body.filter { $0.depth == 1 }
      let all = [head] + body
      return Declaration(
        names: Set(([head] + members).flatMap(introduced)), words: Set(all.flatMap(\.words)),
        isUser: uses(all.map(\.code).joined(separator: "\n")))
    }
  }

  private static func introduced(by line: SwiftLine) -> [String] {
    zip(line.words, line.words.dropFirst()).filter { introducing.contains($0.0) }.map(\.1)
  }

  private static let introducing: Set<String> = [
    "func", "struct", "enum", "class", "actor", "extension", "protocol", "let", "var", "case",
  ]
}
