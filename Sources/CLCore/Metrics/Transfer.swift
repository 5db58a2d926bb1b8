/// What is read off R. In the formulas tasks count from 1, as in the papers.
extension AccuracyMatrix {
  /// ACC = 1/T Σᵢ R[T,i]: the mean accuracy over all tasks at the end (Lopez-Paz and Ranzato, 2017).
  public var averageAccuracy: Double? { averageAccuracy(after: tasks) }

  /// A_k = 1/k Σ_{i≤k} R[k,i]: the mean accuracy over the tasks learnt so far, after the first k.
  ///
  /// Each task counts the same, however many test samples it has.
  public func averageAccuracy(after k: Int) -> Double? {
    require((1...tasks).contains(k), "k tasks learnt, 1 to \(tasks); got \(k)")
    return mean(0..<k) { self[after: k, on: $0] }
  }

  /// 1/T Σ_k A_k: the mean of the curve of average accuracies (Rebuffi et al., 2017).
  ///
  /// Unlike the paper, the first point of the curve counts: the paper leaves it out where it holds
  /// no increment.
  public var averageIncrementalAccuracy: Double? {
    mean(1..<(tasks + 1), averageAccuracy(after:))
  }

  /// BWT = 1/(T−1) Σ_{i<T} (R[T,i] − R[i,i]): what learning the later tasks did to the earlier ones
  /// (Lopez-Paz and Ranzato, 2017). Negative is forgetting. `nil` for a single task.
  ///
  /// The last task has nothing after it, so T − 1 terms are averaged, as the paper defines; some
  /// programs, that of the paper's authors among them, divide by T and report less.
  public var backwardTransfer: Double? {
    mean(0..<(tasks - 1)) { i in
      difference(self[after: tasks, on: i], self[after: i + 1, on: i])
    }
  }

  /// FWT = 1/(T−1) Σ_{i≥2} (R[i−1,i] − R[0,i]): what the earlier tasks did for one not yet learnt,
  /// over the random initialisation (Lopez-Paz and Ranzato, 2017). `nil` for a single task.
  ///
  /// Also `nil` in the class-incremental scenario: there the outputs of an unseen task have never
  /// been the right answer, so its accuracy tells nothing of what was transferred. In the
  /// task-incremental scenario a task has an output layer of its own, still random at that moment,
  /// and FWT is near zero whatever the method.
  public var forwardTransfer: Double? {
    guard scenario != .class else { return nil }
    return mean(1..<tasks) { i in difference(self[after: i, on: i], self[after: 0, on: i]) }
  }

  /// F = 1/(T−1) Σ_{j<T} (max_{l<T} R[l,j] − R[T,j]), l ≥ 1: how far the tasks have fallen from
  /// their best (Chaudhry et al., 2018). `nil` for a single task.
  ///
  /// Not −BWT, and never less: a task may be at its best later than just after it was learnt.
  public var forgetting: Double? {
    mean(0..<(tasks - 1)) { forgetting(of: $0, after: tasks) }
  }

  /// f_j = max_{1≤l<k} R[l,j] − R[k,j]: how far a task has fallen from its best after k tasks
  /// (Chaudhry et al., 2018).
  ///
  /// The accuracies since the task was learnt must all have been measured; those from before count
  /// where they have been.
  /// - Parameters:
  ///   - task: j, from 0.
  ///   - k: how many tasks were learnt, the task in question among them but not as the last.
  public func forgetting(of task: Int, after k: Int) -> Double? {
    require(
      task >= 0 && task + 1 < k && k <= tasks,
      "task \(task) of \(tasks) cannot have been forgotten after \(k) tasks")
    let since = (task + 1..<k).map { self[after: $0, on: task] }
    guard since.allSatisfy({ $0 != nil }) else { return nil }
    let best = (1..<k).compactMap { self[after: $0, on: task] }.max()
    return difference(best, self[after: k, on: task])
  }

  /// I = 1/T Σ_k (a*_k − R[k,k]): what it cost a task to be learnt after the others
  /// (Chaudhry et al., 2018). Negative where the earlier tasks helped.
  ///
  /// - Parameter joint: a*_k for each task: its accuracy in a network trained on the data of the
  ///   tasks 1 to k together, [T].
  public func intransigence(joint: [Double]) -> Double? {
    require(
      joint.count == tasks,
      "intransigence needs a joint accuracy for each of \(tasks) tasks, got \(joint.count)")
    return mean(0..<tasks) { k in difference(joint[k], self[after: k + 1, on: k]) }
  }

  /// `nil` over an empty range, and where a term is.
  private func mean(_ range: Range<Int>, _ term: (Int) -> Double?) -> Double? {
    var sum = 0.0
    for index in range {
      guard let value = term(index) else { return nil }
      sum += value
    }
    return range.isEmpty ? nil : sum / Double(range.count)
  }

  private func difference(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return nil }
    return a - b
  }
}
