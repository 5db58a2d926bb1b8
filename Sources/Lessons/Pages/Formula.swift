import Foundation

/// A formula of the book in TeX's notation, read as Unicode: `\theta_i^2` is θᵢ².
///
/// It knows the commands that a book on continual learning uses, and no others: an unknown one is an
/// error that names it, and a test reads the formulas of every chapter.
package struct Formula {
  typealias Symbols = FormulaSymbols

  /// A piece of a formula and its role, which decides the blanks around it.
  struct Atom {
    var role: Symbols.Role
    var text: String
    /// Whether it ends in a script such as _A, which a letter after it would seem to belong to.
    var endsInPlainScript = false
  }

  private let tex: String
  private let characters: [Character]
  private var position = 0

  /// `tex` as Unicode; display maths may have several lines.
  /// - Throws: ``FormulaError`` for an unknown command or braces that do not match.
  package static func unicode(_ tex: String) throws(FormulaError) -> String {
    var formula = Formula(tex)
    let atoms = try formula.atoms(until: nil)
    return join(atoms)
  }

  private init(_ tex: String) {
    self.tex = tex
    characters = Array(tex.trimmed)
  }

  // MARK: Reading

  private mutating func atoms(until end: Character?) throws(FormulaError) -> [Atom] {
    var atoms: [Atom] = []
    while position < characters.count {
      let next = characters[position]
      if next == end {
        position += 1
        return atoms
      }
      if next == "}" { throw error("a } without its {") }
      if next == "^" || next == "_" {
        try script(onto: &atoms)
      } else if let atom = try atom() {
        atoms.append(atom)
      }
    }
    if let end { throw error("a \(end) is missing") }
    return atoms
  }

  private mutating func atom() throws(FormulaError) -> Atom? {
    let next = characters[position]
    position += 1
    switch next {
    case "\\": return try command()
    case "{": return Atom(role: .ordinary, text: Self.join(try atoms(until: "}")))
    case "&": return nil
    case "~": return Atom(role: .space, text: " ")
    case "'": return Atom(role: .closing, text: "′")
    case "-": return Atom(role: .binary, text: "−")
    case "+": return Atom(role: .binary, text: "+")
    case "=", "<", ">": return Atom(role: .relation, text: String(next))
    case "(", "[": return Atom(role: .opening, text: String(next))
    case ")", "]": return Atom(role: .closing, text: String(next))
    case ",", ";", ":": return Atom(role: .punctuation, text: String(next))
    case _ where next.isWhitespace: return nil
    default: return Atom(role: .ordinary, text: String(next))
    }
  }

  private mutating func command() throws(FormulaError) -> Atom? {
    let name = commandName()
    let tables: [([String: String], Symbols.Role)] = [
      (Symbols.ordinary, .ordinary), (Symbols.binary, .binary), (Symbols.relation, .relation),
      (Symbols.opening, .opening), (Symbols.closing, .closing), (Symbols.big, .big),
      (Symbols.spaces, .space),
    ]
    for (table, role) in tables {
      if let text = table[name] { return Atom(role: role, text: text) }
    }
    if Symbols.functions.contains(name) { return Atom(role: .function, text: name) }
    if Symbols.textCommands.contains(name) {
      let text = try rawArgument(of: name)
      return Atom(role: name == "operatorname" ? .function : .ordinary, text: text)
    }
    if let mark = Symbols.accents[name] {
      let text = Self.join(try argument(of: name)).map { String($0) + mark }.joined()
      return Atom(role: .ordinary, text: text.precomposedStringWithCanonicalMapping)
    }
    if Symbols.sizing.contains(name) {
      return try delimiter(after: name)
    }
    return try structure(name)
  }

  /// What `\left` and `\right` make larger: an opening or a closing bracket, whatever it is elsewhere.
  private mutating func delimiter(after name: String) throws(FormulaError) -> Atom? {
    guard position < characters.count, ["left", "right"].contains(name) else { return nil }
    if characters[position] == "." {
      position += 1
      return nil
    }
    let text = try atom()?.text ?? ""
    return Atom(role: name == "left" ? .opening : .closing, text: text)
  }

  private mutating func structure(_ name: String) throws(FormulaError) -> Atom? {
    switch name {
    case "\\": return Atom(role: .space, text: "\n")
    case "frac", "tfrac", "dfrac":
      return Self.fraction(try argument(of: name), try argument(of: name))
    case "sqrt":
      let inner = try argument(of: name)
      return Atom(role: .ordinary, text: "√" + Self.grouped(inner, when: inner.count > 1))
    case "mathbb": return try letters(Symbols.blackboard, of: name)
    case "mathcal": return try letters(Symbols.calligraphic, of: name)
    case "underbrace", "overbrace":
      return Atom(role: .ordinary, text: Self.join(try argument(of: name)))
    case "begin", "end":
      let environment = try rawArgument(of: name)
      guard ["aligned", "cases"].contains(environment) else {
        throw error("unknown environment \(environment)")
      }
      return environment == "cases" && name == "begin" ? Atom(role: .opening, text: "{ ") : nil
    default: throw error("unknown command \\\(name)")
    }
  }

  private mutating func script(onto atoms: inout [Atom]) throws(FormulaError) {
    var scripts: [Character: String] = [:]
    while position < characters.count,
      let mark = ["^", "_"].first(where: { $0 == characters[position] })
    {
      position += 1
      guard scripts[mark] == nil else { throw error("two \(mark) on one symbol") }
      scripts[mark] = Self.join(try argument(of: String(mark)), spaced: false)
    }
    var base = atoms.popLast() ?? Atom(role: .ordinary, text: "")
    let below = scripts["_"].map { Self.script($0, Symbols.subscripts, "_") } ?? ""
    let above = scripts["^"].map { Self.script($0, Symbols.superscripts, "^") } ?? ""
    // A star or a prime belongs to the letter: θ*_A, not θ_A*.
    let starred = above.first == "*" || above.first == "′"
    base.text += starred ? above + below : below + above
    base.endsInPlainScript = below.first == "_" || above.first == "^"
    atoms.append(base)
  }

  /// One argument: a group in braces, a command, or a single character.
  private mutating func argument(of name: String) throws(FormulaError) -> [Atom] {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count, characters[position] != "}" else {
      throw error("\(name) lacks what it stands for")
    }
    if characters[position] == "{" {
      position += 1
      return try atoms(until: "}")
    }
    return try atom().map { [$0] } ?? []
  }

  /// An argument taken letter for letter, as in `\text{…}`.
  private mutating func rawArgument(of name: String) throws(FormulaError) -> String {
    if position < characters.count, characters[position] == "*" { position += 1 }
    guard position < characters.count, characters[position] == "{",
      let end = characters[position...].firstIndex(of: "}")
    else { throw error("\\\(name) lacks its {…}") }
    defer { position = end + 1 }
    return String(characters[(position + 1)..<end]).replacing("\\,", with: " ")
  }

  private mutating func letters(_ table: [Character: Character], of name: String)
    throws(FormulaError) -> Atom
  {
    while position < characters.count, characters[position] == " " { position += 1 }
    var text = ""
    if position < characters.count, characters[position].isLetter {
      text = String(characters[position])
      position += 1
    } else {
      text = try rawArgument(of: name)
    }
    var drawn = ""
    for letter in text {
      guard let other = table[letter] else { throw error("\\\(name) has no \(letter)") }
      drawn.append(other)
    }
    return Atom(role: .ordinary, text: drawn)
  }

  private mutating func commandName() -> String {
    guard position < characters.count else { return "" }
    let letters = characters[position...].prefix { $0.isASCII && $0.isLetter }
    let name = letters.isEmpty ? String(characters[position]) : String(letters)
    position += name.count
    return name
  }

  private func error(_ problem: String) -> FormulaError {
    FormulaError(formula: tex, problem: problem)
  }
}

/// A formula that cannot be shown.
package struct FormulaError: Error, Equatable, CustomStringConvertible {
  package let formula: String
  package let problem: String
  package var description: String { "formula \(formula): \(problem)" }
}
