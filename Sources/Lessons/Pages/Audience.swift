/// Who reads a run as it goes: strikes Enter to go on, opens hints, tries the choices of a quiz. Where nobody
/// is there to answer, nothing waits.
struct Audience {
  /// How long keys have been waited for.
  private(set) var waited = Duration.zero
  private let printer: CellPrinter
  /// Until the reader plays to the end.
  private var asks: Bool
  private var hasShownKeys = false

  init(_ printer: CellPrinter) {
    self.printer = printer
    asks = printer.console.asks
  }

  /// Waits until the reader goes on; before that, shows one of `hints` more whenever the reader asks for it.
  /// Returns false when the reader wants to quit.
  mutating func wait(_ what: String, hints: [String] = []) throws -> Bool {
    var left = hints[...]
    while asks {
      let hint = left.isEmpty ? "" : "   [h] \(printer.wording.toHint)"
      let key = ask("[Enter] \(what)" + hint, letters: left.isEmpty ? [] : ["h"])
      guard case .letter = key, let text = left.popFirst() else { return key != .quit }
      try printer.hint(text)
    }
    return true
  }

  /// Lets the reader try the choices, until Enter is struck. Returns false when the reader wants to quit.
  mutating func answer(_ quiz: Quiz) throws -> Bool {
    let words = printer.wording
    var letters = Array(Quiz.letters.prefix(quiz.choices.count))
    while asks {
      let choices = letters.last.map { "[a–\($0)] \(words.toAnswer)   " } ?? ""
      let key = ask(choices + "[Enter] \(words.toGoOn)", letters: letters)
      guard case .letter(let letter) = key, let index = letters.firstIndex(of: letter) else {
        return key != .quit
      }
      try printer.answer(quiz.choices[index])
      if quiz.choices[index].isRight { letters = [] }
    }
    return true
  }

  private mutating func ask(_ question: String, letters: [Character]) -> Keyboard.Key {
    let others = hasShownKeys ? "" : printer.wording.otherKeys
    hasShownKeys = true
    let asked = ContinuousClock.now
    let key = printer.console.ask(question + others, letters: letters)
    waited += .now - asked
    if key == .playToTheEnd { asks = false }
    return key
  }
}
