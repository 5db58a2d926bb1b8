import Book
import CLCore

extension [Double] {
  /// "(−0.6, 1.2)".
  var written: String { "(" + map(\.tidy).joined(separator: ", ") + ")" }
}

extension Double {
  /// Two digits, with 0 for what is only rounding, or the ridge of the programme.
  var tidy: String { magnitude < 1e-9 ? "0" : compact }
}

extension DualProgram.Step.Change {
  /// What a step of the search did, for tables.
  var words: String {
    switch self {
    case .start: "start"
    case .entered(let k): "\(k + 1) enters"
    case .left(let k): "\(k + 1) leaves"
    }
  }
}
