/// The wall time of `work`, in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return (ContinuousClock.now - start) / .seconds(1)
}

/// Calls of `work` a second, over about half a second.
///
/// A span of time rather than a number of calls, lest a slow machine take minutes. The clock is read
/// every `stride` calls.
func rate(stride: Int = 10, _ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  var calls = 0
  var span = 0.0
  while span < 0.5 {
    for _ in 0..<stride { try work() }
    calls += stride
    span = (ContinuousClock.now - start) / .seconds(1)
  }
  return Double(calls) / span
}
