/// The code of a chapter's `main.swift`, cell by cell, as far as a result can depend on it.
///
/// The result of a block is a function of what ran before it. So its code is that of all cells up to its own;
/// what shows results and does not make any (`lesson.say`, `table`, `figure`, `animation`, `expect`) is left
/// out, and what later cells declare, which may be called from anywhere, is taken in. A call that shows what it
/// lets the lesson work out on the way (`lesson.table("…", rows: lesson.seeds(5) { … })`), itself or through what
/// the chapter declares, is no bystander.
struct ChapterCode {
  private struct Part {
    let id: String
    var lines: [String] = []
    var declarations: [String] = []
  }

  private var parts = [Part(id: "opening")]
  /// All words of all the parts.
  let words: Set<String>

  /// - Parameters:
  ///   - others: The chapter's other files.
  ///   - holdsObjects: Whether the chapter has classes of its own.
  init(_ source: String, beside others: [CodeText] = [], holdsObjects: Bool = false) {
    let code = CodeText(source)
    let users = LessonUsers([code] + others)
    // What shows a result could change a variable or an object on the way: then it is no bystander.
    let showsOnly =
      !holdsObjects
      && !code.lines.contains { line in
        line.depth == 0 && (line.isVariable || line.declaresClass || line.namesObject)
      }
    var kept: [SwiftLine] = []
    var ending: (depth: Int, isShown: Bool)?
    for (place, line) in code.lines.enumerated() {
      if let open = ending, line.depth <= open.depth, !line.startsInsideLiteral { ending = nil }
      if ending == nil, let id = Self.head(line) {
        parts.append(Part(id: id))
        continue
      }
      if ending == nil, line.depth == 0, !line.startsInsideLiteral, line.declares {
        ending = (0, false)
      } else if ending == nil, showsOnly, !line.startsInsideLiteral, Self.shows(line),
        !Self.works(code.lines[place...], users)
      {
        ending = (line.depth, true)
      }
      if ending?.isShown == true, !line.code.contains(";") { continue }
      kept.append(line)
      parts[parts.count - 1].lines.append(line.text)
      if ending?.isShown == false { parts[parts.count - 1].declarations.append(line.text) }
    }
    words = CodeText(kept.map(\.text).joined(separator: "\n")).words
  }

  /// The code on which a block in the cell `id` depends; all code for a cell that is not there.
  func text(upTo id: String) -> String {
    let last = parts.firstIndex { $0.id == id } ?? parts.count - 1
    let before = parts[...last].flatMap(\.lines)
    return (before + parts[(last + 1)...].flatMap(\.declarations)).joined(separator: "\n")
  }

  private static func head(_ line: SwiftLine) -> String? {
    guard line.depth == 0, !line.startsInsideLiteral else { return nil }
    let code = line.code.trimmed
    if code.hasPrefix("lesson.finish") { return "end" }
    guard code.hasPrefix("lesson.step") else { return nil }
    return line.text.firstMatch(of: /^\s*lesson\.step\("([^"]*)"\)/).map { String($0.1) }
  }

  /// Whether the call at the head of `lines` hands the lesson on or lets it do anything but show.
  private static func works(_ lines: ArraySlice<SwiftLine>, _ users: LessonUsers) -> Bool {
    guard let head = lines.first else { return false }
    let rest = lines.dropFirst().prefix { $0.depth > head.depth || $0.startsInsideLiteral }
    let call =
      String(head.code.trimmed.dropFirst("lesson.".count))
      + rest.map(\.code).joined(separator: "\n")
    return LessonUsers.uses(call) || SwiftLine.words(of: call).contains(where: users.names.contains)
  }

  private static func shows(_ line: SwiftLine) -> Bool {
    let code = line.code.trimmed
    return ["say", "table", "figure", "animation", "expect"].contains {
      code.hasPrefix("lesson.\($0)(")
    }
  }
}
