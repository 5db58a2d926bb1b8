/// How the pieces of a formula are set on a line.
extension Formula {
  /// The atoms as text. With `spaced`, operators and relations have blanks around them, as in print.
  static func join(_ atoms: [Atom], spaced: Bool = true) -> String {
    var text = ""
    var previous: Atom?
    for atom in atoms {
      let sign = atom.role == .binary && isSign(after: previous)
      let current = sign ? Atom(role: .opening, text: atom.text) : atom
      if spaced, needsBlank(previous, current), text.last?.isWhitespace == false { text += " " }
      text += current.text
      previous = current
    }
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed)
    return lines.joined(separator: "\n")
  }

  /// The script in raised or lowered characters where all of them exist, else after its mark: A_k, R_{T,i}.
  static func script(_ text: String, _ table: [Character: Character], _ mark: String) -> String {
    let raised = text.compactMap { table[$0] }
    if raised.count == text.count { return String(raised) }
    return text.count == 1 ? mark + text : "\(mark){\(text)}"
  }

  static func fraction(_ numerator: [Atom], _ denominator: [Atom]) -> Atom {
    let derivative = denominator.first?.text.first == "∂"
    let above = grouped(
      numerator, when: numerator.contains { $0.role == .binary || $0.role == .relation })
    let below = grouped(
      denominator, when: denominator.count > 1 && !derivative && !isNumber(denominator))
    let text = "\(above)/\(below)"
    return Atom(role: .fraction, text: FormulaSymbols.vulgar[text] ?? text)
  }

  static func grouped(_ atoms: [Atom], when grouped: Bool) -> String {
    grouped ? "(\(join(atoms)))" : join(atoms)
  }

  private static func isNumber(_ atoms: [Atom]) -> Bool {
    atoms.allSatisfy { $0.text.allSatisfy { $0.isNumber || $0 == "." } }
  }

  /// A minus that begins a term is a sign and not an operation.
  private static func isSign(after previous: Atom?) -> Bool {
    switch previous?.role {
    case nil, .binary, .relation, .opening, .punctuation, .function, .big: true
    case .space: true
    default: false
    }
  }

  private static func needsBlank(_ left: Atom?, _ right: Atom) -> Bool {
    guard let left, left.role != .space, right.role != .space else { return false }
    switch (left.role, right.role) {
    case (_, .binary), (_, .relation), (.binary, _), (.relation, _): return true
    case (.opening, _), (_, .closing), (_, .punctuation): return false
    case (.punctuation, _): return true
    case (.big, _), (_, .big): return true
    case (.function, .opening): return false
    case (.function, _), (_, .function): return true
    case (.fraction, _), (_, .fraction): return true
    case (.ordinary, .ordinary): return left.endsInPlainScript
    default: return false
    }
  }
}
