/// What the sections of the ledger have in common, whatever their tables measure.
enum LedgerText {
  /// What is known of the cells that differ, and that nothing is known where nothing is.
  static func explanations(_ cells: [(name: String, cause: String?)]) -> [String] {
    let lines = cells.map { name, cause in
      "- \(name): " + (cause ?? "**differs, and why is not known.**")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// The protocol as a list; the paper stands above the table.
  static func protocolLines(_ parts: [ProtocolPart]) -> [String] {
    ["Protocol:", ""]
      + parts.filter { $0.part != "paper" }.map { "- \($0.part): \($0.text)" }
  }
}
