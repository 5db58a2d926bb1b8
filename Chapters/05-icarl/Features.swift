import CLCore

// What the last hidden layer makes of images, and the nearest of some means there.

extension Learner {
  /// The scores of a task's test images, [n, outputs].
  func testScores(_ task: Experience) -> Tensor {
    let images = Batch(task.test, Array(0..<task.test.count), task: task.index)
    return scores(images.inputs, task: known(task.index))
  }

  /// The features of images of `data`, of all by default, each row of length 1, [n, features].
  func directions(_ data: Dataset, _ positions: [Int]? = nil) -> Tensor {
    features(of: data, at: positions ?? Array(0..<data.count)).normalizedRows
  }
}

extension Tensor {
  /// The mean of the rows of a matrix [n, m], [m].
  var meanRow: Tensor { summed(to: [shape[1]]) / Real(shape[0]) }

  /// The Euclidean length of each row of a matrix [n, m], [n, 1].
  var lengthsOfRows: Tensor { squared.summed(to: [shape[0], 1]).squareRoot }

  /// How close each row of features [n, d] is to each of some means [d], [n, means]: the product of the
  /// two at length 1, which is the larger the shorter the distance.
  func closeness(to means: [Tensor]) -> Tensor {
    Tensor.product(self, Tensor.stacked(means).normalizedRows, transposeB: true)
  }
}
