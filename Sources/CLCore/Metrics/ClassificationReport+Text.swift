import Foundation

extension ClassificationReport: CustomStringConvertible {
  /// The report as a table, measures with two digits.
  public var description: String { text(digits: 2) }

  /// The report as a table in the layout of scikit-learn's, without a line break at its end.
  public func text(digits: Int) -> String {
    let averages = [("macro avg", macroAverage), ("weighted avg", weightedAverage)]
    let width = (names + averages.map(\.0)).map(\.count).max() ?? 0

    func row(_ name: String, _ columns: [String]) -> String {
      ([right(name, width) + " "] + columns.map { right($0, 9) }).joined(separator: " ")
    }
    func number(_ value: Double) -> String { String(format: "%.\(digits)f", value) }
    func row(_ name: String, _ m: Measures) -> String {
      row(name, [number(m.precision), number(m.recall), number(m.f1), String(m.support)])
    }

    var lines = [row("", ["precision", "recall", "f1-score", "support"]), ""]
    lines += zip(names, measures).map { row($0, $1) }
    lines += ["", row("accuracy", ["", "", number(accuracy), String(count)])]
    lines += averages.map { row($0.0, $0.1) }
    return lines.joined(separator: "\n")
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
