import CLCore
import Foundation
import Testing

/// The numbers are those of scikit-learn 1.9.1, `classification_report(truth, predicted,
/// labels=range(6), target_names=names, zero_division=0)`. Dress and Coat are never recognised,
/// Coat is never predicted, Sandal neither occurs nor is predicted.
private let names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal"]
private let truth = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4]
private let predicted = [0, 0, 1, 0, 2, 1, 1, 0, 2, 2, 0, 2, 0, 1, 0]
private let report = ClassificationReport(truth: truth, predicted: predicted, classes: names)

private func isClose(
  _ m: ClassificationReport.Measures, _ precision: Double, _ recall: Double, _ f1: Double,
  _ support: Int
) -> Bool {
  abs(m.precision - precision) < 1e-15 && abs(m.recall - recall) < 1e-15
    && abs(m.f1 - f1) < 1e-15 && m.support == support
}

@Suite("Classification report") struct ClassificationReportTests {
  @Test("Rows of the confusion matrix are the true classes") func confusion() {
    #expect(
      report.confusion == [
        [3, 1, 1, 0, 0, 0], [1, 2, 0, 0, 0, 0], [1, 0, 3, 0, 0, 0],
        [1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0],
      ])
  }

  @Test("Each class has scikit-learn's measures, 0 where a denominator is") func classes() {
    let m = report.measures
    #expect(isClose(m[0], 0.42857142857142855, 0.6, 0.5, 5))
    #expect(isClose(m[1], 0.5, 0.6666666666666666, 0.5714285714285714, 3))
    #expect(isClose(m[2], 0.75, 0.75, 0.75, 4))
    #expect(isClose(m[3], 0, 0, 0, 2))
    #expect(isClose(m[4], 0, 0, 0, 1))
    #expect(isClose(m[5], 0, 0, 0, 0))
  }

  @Test("The averages are scikit-learn's") func averages() {
    #expect(abs(report.accuracy - 0.5333333333333333) < 1e-15)
    #expect(
      isClose(
        report.macroAverage, 0.27976190476190477, 0.3361111111111111, 0.30357142857142855, 15))
    #expect(
      isClose(
        report.weightedAverage, 0.44285714285714284, 0.5333333333333333, 0.48095238095238096, 15))
  }

  @Test("The table has scikit-learn's layout") func layout() {
    #expect(
      report.description == """
                      precision    recall  f1-score   support

         T-shirt/top       0.43      0.60      0.50         5
             Trouser       0.50      0.67      0.57         3
            Pullover       0.75      0.75      0.75         4
               Dress       0.00      0.00      0.00         2
                Coat       0.00      0.00      0.00         1
              Sandal       0.00      0.00      0.00         0

            accuracy                           0.53        15
           macro avg       0.28      0.34      0.30        15
        weighted avg       0.44      0.53      0.48        15
        """)
  }

  @Test("More digits widen the numbers, not the columns") func digits() {
    let line = report.text(digits: 3).split(separator: "\n")[1]
    #expect(line == " T-shirt/top      0.429     0.600     0.500         5")
  }

  @Test("Batches add up to the whole") func batches() {
    var sum = ClassificationReport(classes: names)
    for start in stride(from: 0, to: truth.count, by: 4) {
      let batch = start..<min(start + 4, truth.count)
      sum.add(truth: Array(truth[batch]), predicted: Array(predicted[batch]))
    }
    #expect(sum == report)
  }

  @Test("A report on nothing is all zeros") func empty() {
    let nothing = ClassificationReport(classes: ["A", "B"])
    #expect(nothing.accuracy == 0)
    #expect(isClose(nothing.macroAverage, 0, 0, 0, 0))
    #expect(isClose(nothing.weightedAverage, 0, 0, 0, 0))
  }

  @Test("A recorded report reads back the same") func coding() throws {
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ClassificationReport.self, from: data) == report)
  }

  @Test(
    "A record whose counts do not fit its names is refused",
    arguments: ["[]", "[[1]]", "[[1,2],[3]]", "[[1,2],[3,-4]]"])
  func damagedRecord(confusion: String) {
    let data = Data(#"{"names":["A","B"],"confusion":\#(confusion)}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ClassificationReport.self, from: data)
    }
  }
}
