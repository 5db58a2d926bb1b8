/// Why a figure could not be drawn. Nothing half-written is left behind, and an earlier good
/// picture of the same name stays.
public struct FigureError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public enum Problem: Sendable, Equatable {
    /// The figure itself cannot be drawn: no alt text, no data, columns of unequal length.
    case invalid(String)
    /// There is no gnuplot on the search path.
    case gnuplotMissing
    /// No font with the characters of its language is installed.
    case fontMissing(String)
    /// gnuplot ended with this code or signal and said this.
    case died(status: Int32, said: String)
    /// gnuplot was still running after this many seconds and was stopped.
    case timedOut(seconds: Double, said: String)
    /// gnuplot ended well but did not reach the end of the script.
    case unfinished(said: String)
    /// A picture is not whole.
    case incomplete(file: String, reason: String, said: String = "")
    /// The folder cannot be written: missing, read-only, or the disk is full.
    case folder(path: String, reason: String)
  }
  /// The figure's name (its file stem).
  public let figure: String
  /// What went wrong.
  public let problem: Problem

  /// The figure `figure` failed by `problem`.
  public init(figure: String, problem: Problem) {
    self.figure = figure
    self.problem = problem
  }

  /// What failed, where, gnuplot's own words, and what to do.
  public var description: String { "figure '\(figure)': \(explanation)" }

  /// The same without the figure's name.
  package var explanation: String {
    switch problem {
    case .invalid(let what): what
    case .gnuplotMissing:
      """
      gnuplot is not installed; install it with
        apt-get install gnuplot-nox   (Debian, Ubuntu)
        brew install gnuplot          (macOS)
      """
    case .fontMissing(let font):
      """
      the font "\(font)" is not installed; install it with
        apt-get install fonts-noto-cjk            (Debian, Ubuntu)
        brew install font-noto-sans-cjk-sc        (macOS)
      """
    case .died(let status, let said): "gnuplot ended with status \(status)\(Self.quote(said))"
    case .timedOut(let seconds, let said):
      "gnuplot did not finish within \(seconds) s and was stopped\(Self.quote(said))"
    case .unfinished(let said): "gnuplot did not reach the end of the script\(Self.quote(said))"
    case .incomplete(let file, let reason, let said):
      "\(file) is not whole: \(reason)" + (said.isEmpty ? "" : Self.quote(said))
    case .folder(let path, let reason): "cannot write into \(path): \(reason)"
    }
  }

  /// The same with gnuplot's remarks, which may say why a picture is not whole.
  func quoting(_ remarks: [String]) -> FigureError {
    guard case .incomplete(let file, let reason, _) = problem else { return self }
    let said = remarks.joined(separator: "\n")
    return FigureError(
      figure: figure, problem: .incomplete(file: file, reason: reason, said: said))
  }

  private static func quote(_ said: String) -> String {
    said.isEmpty
      ? "; it said nothing"
      : "; it said:\n"
        + said.split(whereSeparator: \.isNewline).map { "  " + $0 }.joined(separator: "\n")
  }
}

extension FigureError.Problem {
  /// Whether a reader can do without this picture until a program or a font is installed.
  package var isForWantOfTools: Bool {
    switch self {
    case .gnuplotMissing, .fontMissing: true
    default: false
    }
  }
}
