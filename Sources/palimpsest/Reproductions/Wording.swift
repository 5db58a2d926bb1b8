import CLCore
import Foundation
import Lessons

extension Double {
  /// A percentage: two decimals.
  var hundredths: String { formatted(decimals: 2) }

  /// Two decimals with a sign, and a true minus; what is rounded to zero has a plus.
  var signed: String {
    let text = hundredths
    return text.hasPrefix("-") ? text.replacing("-", with: "−") : "+" + text
  }
}

extension Statistics {
  /// `"99.06 ± 0.15"`: mean and standard error; the mean alone for one run.
  var withError: String {
    mean.hundredths + (standardError.map { " ± " + $0.hundredths } ?? "")
  }
}

extension Published {
  /// The figure as it was published, with what its ± is where that is not a standard error, and a mark
  /// where it is not from the authors' own hands.
  package var text: String {
    let spread =
      switch spread {
      case .standardError(let error): " ± " + error.hundredths
      case .standardDeviation(let deviation): " ± " + deviation.hundredths + " SD"
      case nil: ""
      }
    return mean.hundredths + spread + (source.mark.map { " " + $0 } ?? "")
  }
}

extension [Published] {
  /// `"20 runs"`: over how many they were taken.
  var runsText: String {
    let counts = Set(map(\.runs)).sorted()
    return counts.map(String.init).joined(separator: " or ") + (counts == [1] ? " run" : " runs")
  }
}

extension LabelledImages {
  /// What the bytes of the training and of the test images come to.
  var checksums: String { "CRC-32 \(train.store.checksum) and \(test.store.checksum)" }
}

extension Published.Source {
  /// What stands behind a figure in a table.
  var mark: String? {
    switch self {
    case .authors: nil
    case .copied: "[T]"
    case .memory: "[M]"
    }
  }

  /// What the mark means.
  var legend: String? {
    switch self {
    case .authors: nil
    case .copied: "[T]: read in somebody else's copy of the paper's table."
    case .memory: "[M]: from memory, not checked; not to be quoted as published."
    }
  }
}

extension Comparison {
  /// `"−0.40 (2.1)"`: points, and combined standard errors.
  var text: String {
    difference.signed + (errors.map { " (\(abs($0).formatted(decimals: 1)))" } ?? "")
  }
}
