/// How often each class was taken for each other, and the measures read off that.
///
/// Definitions and conventions are those of scikit-learn's `classification_report`: a measure whose
/// denominator is 0, such as the precision of a class that was never predicted, is 0; macro averages
/// weigh every class the same, also one without samples; weighted averages weigh it by its support.
public struct ClassificationReport: Sendable, Codable, Equatable {
  /// The measures of a class, or an average of them.
  public struct Measures: Sendable, Equatable {
    /// Of the samples taken for this class, the fraction that are: TP / (TP + FP).
    public let precision: Double
    /// Of the samples of this class, the fraction recognised: TP / (TP + FN).
    public let recall: Double
    /// The harmonic mean of the two: 2 TP / (2 TP + FP + FN).
    public let f1: Double
    /// The number of samples.
    public let support: Int
  }

  /// The number of samples of each class (row) that were taken for each class (column).
  public private(set) var confusion: [[Int]]
  /// What the classes are called.
  public let names: [String]

  /// A report on nothing yet.
  public init(classes names: [String]) {
    require(!names.isEmpty, "a classification report needs at least one class")
    self.names = names
    confusion = Array(repeating: Array(repeating: 0, count: names.count), count: names.count)
  }

  /// A report on some predictions.
  /// - Parameters:
  ///   - truth: the class of each sample, an index into `names`, [n].
  ///   - predicted: what each sample was taken for, [n].
  public init(truth: [Int], predicted: [Int], classes names: [String]) {
    self.init(classes: names)
    add(truth: truth, predicted: predicted)
  }

  /// Counts a batch of predictions, [n] and [n].
  public mutating func add(truth: [Int], predicted: [Int]) {
    require(
      truth.count == predicted.count,
      "\(truth.count) labels cannot be compared with \(predicted.count) predictions")
    for (actual, guess) in zip(truth, predicted) {
      require(
        names.indices.contains(actual) && names.indices.contains(guess),
        "a sample of class \(actual) taken for class \(guess): there are \(names.count) classes")
      confusion[actual][guess] += 1
    }
  }

  /// The number of samples.
  public var count: Int { confusion.joined().reduce(0, +) }

  /// The fraction of samples that were recognised.
  public var accuracy: Double {
    ratio(names.indices.reduce(0) { $0 + confusion[$1][$1] }, count)
  }

  /// The measures of every class, in order.
  public var measures: [Measures] {
    names.indices.map { c in
      let right = confusion[c][c]
      let actual = confusion[c].reduce(0, +)
      let taken = confusion.reduce(0) { $0 + $1[c] }
      return Measures(
        precision: ratio(right, taken), recall: ratio(right, actual),
        f1: ratio(2 * right, taken + actual), support: actual)
    }
  }

  /// The mean over the classes.
  public var macroAverage: Measures { average { _ in 1 } }

  /// The mean over the classes, each weighted by its support.
  public var weightedAverage: Measures { average(weight: \.support) }

  private func average(weight: (Measures) -> Int) -> Measures {
    let all = measures
    let total = all.reduce(0) { $0 + weight($1) }
    func mean(_ value: (Measures) -> Double) -> Double {
      total == 0 ? 0 : all.reduce(0) { $0 + value($1) * Double(weight($1)) } / Double(total)
    }
    return Measures(
      precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1), support: count)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}

extension ClassificationReport {
  private enum CodingKeys: String, CodingKey { case names, confusion }

  /// Reads a recorded report.
  /// - Throws: `DecodingError` unless there is a row and a column of counts for each name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    names = try container.decode([String].self, forKey: .names)
    confusion = try container.decode([[Int]].self, forKey: .confusion)
    let classes = names.count
    guard classes > 0, confusion.count == classes,
      confusion.allSatisfy({ $0.count == classes && $0.allSatisfy { (0...1 << 40).contains($0) } })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .confusion, in: container,
        debugDescription: "a confusion matrix of \(classes) classes needs as many rows and columns "
          + "of counts")
    }
  }
}
