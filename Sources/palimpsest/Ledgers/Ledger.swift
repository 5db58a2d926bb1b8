import Foundation

/// A file of reproductions, in Markdown: a section a table, each as the command that stands in it has made it.
///
/// To make a section again replaces it and leaves the others as they are.
package struct Ledger {
  /// What stands above the sections: how to read them.
  private static let head = """
    # Reproduction ledger

    Published tables, run again: ours beside theirs. Each section is made by the command that stands in it, never by
    hand; the same command on the same data gives the same accuracies.

    Ours is the average accuracy over all tasks after the last one, in %, mean ± standard error over the seeds. The
    difference is ours − published, in points, and in brackets in combined standard errors, √(ours² + theirs²). A cell
    *agrees* within 2 of them, or within 1 point. A published figure that is known from memory only, marked [M], gives
    the verdict *unverified source*, however close it is.
    """

  private static let title = head.prefix { $0 != "\n" }

  private var sections: [(name: String, text: String)] = []

  /// Reads a ledger; one that is empty has no sections.
  ///
  /// - Throws: `LedgerError.notALedger` when the text is something else, which must not be replaced.
  package init(_ text: String = "") throws(LedgerError) {
    guard !text.isEmpty else { return }
    guard text.hasPrefix(Self.title + "\n") else { throw .notALedger }
    for part in text.split(separator: "\n## ").dropFirst() {
      let name = part.prefix { $0 != "\n" }
      sections.append((String(name), part.dropFirst(name.count).trimmingCharacters(in: .newlines)))
    }
  }

  /// The names of the sections, in their order.
  package var names: [String] { sections.map(\.name) }

  /// Puts a section in the place of the one of that name, or below the others.
  package mutating func put(_ lines: [String], under name: String) {
    let text = lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    if let place = names.firstIndex(of: name) {
      sections[place].text = text
    } else {
      sections.append((name, text))
    }
  }

  /// The whole file.
  package var text: String {
    ([Self.head] + sections.map { "## \($0.name)\n\n\($0.text)" }).joined(separator: "\n\n") + "\n"
  }
}

/// Why a ledger cannot be written.
package enum LedgerError: Error, CustomStringConvertible {
  /// There is a file of that name that no ledger was ever written to.
  case notALedger

  package var description: String {
    "There is a file of that name that is no ledger. Name another one, or remove it."
  }
}
