/// How many samples a task keeps; nil keeps all.
struct Limits {
  let train, test: Int?
  let seed: UInt64

  /// A random part of a task's training samples.
  func train(_ data: Dataset, task: Int) throws(StreamError) -> Dataset {
    try limited(data, to: train, task: task, part: "train")
  }

  /// A random part of a task's test samples.
  func test(_ data: Dataset, task: Int) throws(StreamError) -> Dataset {
    try limited(data, to: test, task: task, part: "test")
  }

  private func limited(
    _ data: Dataset, to limit: Int?, task: Int, part: String
  ) throws(StreamError) -> Dataset {
    let needed = limit ?? 1
    guard needed > 0, data.count >= needed else {
      throw .tooFewSamples(task: task, part: part, found: data.count, needed: needed)
    }
    guard let limit else { return data }
    var random = Random(seed: seed, "limit \(part)", task)
    return data.subset(Array(random.permutation(data.count).prefix(limit)))
  }
}
