import CLCore

/// A published average accuracy after the last task, in per cent.
package struct Published: Sendable, Codable, Equatable {
  /// The mean over runs.
  package let mean: Double
  /// What stands behind the ±, if anything does.
  package let spread: Spread?
  /// Over how many runs.
  package let runs: Int
  /// How the figure is known here.
  package let source: Source
  /// The backward transfer beside it, in points, where that was published too.
  package let backwardTransfer: Double?

  /// What a ± means.
  package enum Spread: Sendable, Codable, Equatable {
    /// The standard error of the mean.
    case standardError(Double)
    /// The standard deviation of a run.
    case standardDeviation(Double)
  }

  /// How certain it is that the figure was published.
  package enum Source: String, Sendable, Codable {
    /// Read in the authors' own paper, repository or data.
    case authors
    /// Taken from somebody else's copy of the table.
    case copied
    /// From memory, not checked. Not to be called published.
    case memory
  }

  package init(
    _ mean: Double, _ spread: Spread? = nil, runs: Int, _ source: Source,
    backwardTransfer: Double? = nil
  ) {
    self.mean = mean
    self.spread = spread
    self.runs = runs
    self.source = source
    self.backwardTransfer = backwardTransfer
  }

  /// The standard error of the mean, worked out from a standard deviation if need be.
  package var standardError: Double? {
    switch spread {
    case .standardError(let error): error
    case .standardDeviation(let deviation): standardError(ofRun: deviation)
    case nil: nil
    }
  }

  /// The standard error of a mean over as many runs, if a run has this standard deviation.
  func standardError(ofRun deviation: Double) -> Double { deviation / Double(runs).squareRoot() }
}
