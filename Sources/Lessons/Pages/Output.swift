/// Something that a cell's code put out, in the order in which it came.
public enum Output: Codable, Equatable, Sendable {
  /// Plain text.
  case text(String)
  /// A table.
  case table(Table)
  /// A drawn figure.
  case figure(FigureOutput)
  /// A checked sentence.
  case claim(Claim)
  /// A standing notice, for instance that the data are not the usual ones.
  case notice(String)
}

/// A figure as it stands in a page.
public struct FigureOutput: Codable, Equatable, Sendable {
  /// The number in the chapter, for example `1.2`.
  public let number: String
  /// The file name without extension.
  public let name: String
  /// The finding, as a sentence.
  public let title: String
  /// What the figure shows, with the standing notices of the run.
  public let caption: String
  /// The words in place of the picture for a reader who does not see it.
  public let alt: String
  /// File names relative to the record's folder.
  public let files: [String]
  /// What gnuplot remarked while it drew them; nil when it said nothing.
  public let remarks: [String]?

  /// Its file of one kind, "svg", relative to the record's folder; nil when it has none. A translated figure lies
  /// in a folder of its language.
  package func file(_ ending: String) -> String? { files.first { $0.hasSuffix(".\(ending)") } }

  package init(
    number: String, name: String, title: String, caption: String, alt: String, files: [String],
    remarks: [String] = []
  ) {
    self.number = number
    self.name = name
    self.title = title
    self.caption = caption
    self.alt = alt
    self.files = files
    self.remarks = remarks.isEmpty ? nil : remarks
  }
}

/// A sentence about the run's own result, with what the run found.
public struct Claim: Codable, Equatable, Sendable {
  /// What was found of the claim.
  public enum Verdict: String, Codable, Sendable {
    case holds, fails
    /// It does not hold on the data that stand in for those it speaks of.
    case otherData = "does not hold on stand-in data"
    /// The smoke profile does too little work for a claim to hold.
    case notChecked = "not checked"
  }
  /// What is claimed, with its threshold.
  public let claim: String
  /// What the run found.
  public let found: String
  /// Whether the one bears out the other.
  public let verdict: Verdict

  init(_ claim: String, found: String, holds: Bool, in profile: Profile, onStandIns: Bool) {
    self.claim = claim
    self.found = found
    verdict =
      !profile.checksClaims ? .notChecked : holds ? .holds : onStandIns ? .otherData : .fails
  }

  /// A claim with the verdict that it had.
  init(claim: String, found: String, verdict: Verdict) {
    self.claim = claim
    self.found = found
    self.verdict = verdict
  }
}
