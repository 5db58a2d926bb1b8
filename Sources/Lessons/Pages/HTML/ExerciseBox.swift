/// An exercise as a page shows it where it belongs: its number and title, the command, and the task in a box that opens.
struct ExerciseBox {
  let markup: Markup
  let words: Wording
  let chapter: Int

  /// The Markdown of `notes`, for ``Markup``.
  static func markdown(_ notes: [ExerciseNote]) -> [String] {
    notes.flatMap { [$0.title, $0.task] }
  }

  /// Which of `notes` stand after which of `sections`: after the last cell of the section whose number they name, and the others
  /// at the end.
  static func places(_ notes: [ExerciseNote], in sections: [Section]) -> [Int: [ExerciseNote]] {
    var last: [String: Int] = [:]
    var number = ""
    for (index, section) in sections.enumerated() {
      if section.level == 2, let heading = section.heading {
        number = String(heading.prefix { $0.isNumber || $0 == "." })
      }
      last[number] = index
    }
    return Dictionary(grouping: notes) { note in
      note.section.flatMap { last[$0] } ?? max(0, sections.count - 1)
    }
  }

  /// The box.
  func html(_ note: ExerciseNote) -> String {
    let title = Wording.fill(words.exercise, note.number)
    let command = XHTML.element("code", [:], "make exercise-\(chapter)")
    let file = XHTML.element("code", [:], XHTML.escaped("workbook/\(note.place).swift"))
    return XHTML.element(
      "aside", ["class": "box", "id": "exercise-\(note.name)", "aria-label": title],
      XHTML.element(
        "p", ["class": "title"], XHTML.escaped("\(title) · ") + markup.inline(note.title))
        + XHTML.element(
          "details", [:],
          XHTML.element("summary", [:], XHTML.escaped(words.exerciseTask))
            + XHTML.element("div", ["lang": "en"], markup.blocks(note.task)))
        + XHTML.element("p", [:], command + " → " + file))
  }
}
