// Part of a task's training samples, for what a method works out from them. They are drawn: the first ones could
// all be of one class.

extension Learner {
  /// `count` training samples of a task, drawn without replacement; all of them, in their own order, when
  /// `count` is `nil` or no smaller than their number.
  ///
  /// They come from a substream of the learner's random numbers, of which none is used up: the same learner draws
  /// the same samples of a task.
  public func samples(of task: Experience, _ count: Int?) -> Dataset {
    guard let count, count < task.train.count else { return task.train }
    return task.train.subset(positions(count, of: task, for: "samples"))
  }

  /// Where `count` training samples of a task are, drawn for a purpose of this name, [count].
  func positions(_ count: Int, of task: Experience, for purpose: String) -> [Int] {
    require(
      (0...task.train.count).contains(count),
      "\(count) of the \(task.train.count) training samples of task \(task.index) cannot be drawn")
    var chance = random.substream(purpose, task.index)
    return Array(chance.permutation(task.train.count).prefix(count))
  }
}
