/// Accuracy on two tasks while the second is learnt, [looks].
struct TwoTasks: Codable {
  /// Steps made since the first task was learnt.
  var steps: [Double] = []
  var onA: [Double] = []
  var onB: [Double] = []
}

/// Accuracy on A and on B after B was learnt at some rate.
struct Trade: Codable {
  let a, b: Double
}
