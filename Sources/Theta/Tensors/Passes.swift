import CKernels

/// Calls `body` and counts its passes over θ, a vector of `length` numbers: the operations on this thread that
/// produce or change a tensor as long as θ, reduce one to a number, or multiply by the weights in a part of it. A part
/// counts by its share of θ, t networks at once count t times.
///
/// Not counted are copies of numbers that another tensor shares, and loops that a method writes by itself over numbers it `read`s. The count does not depend on the
/// number of threads. Nothing else is counted meanwhile on this thread: a count within a count goes to the inner one.
public func countingPasses<Result>(
  over length: Int, _ body: () throws -> Result
) rethrows -> (result: Result, passes: Double) {
  let before = ck_exchange_pass_counter(ck_pass_counter(length: length, numbers: 0))
  var passes = 0.0
  let result: Result
  do {
    defer {
      let counter = ck_exchange_pass_counter(before)
      passes = Double(counter.numbers) / Double(max(length, 1))
    }
    result = try body()
  }
  return (result, passes)
}

/// Counts an operation on `count` numbers of a tensor of `whole`.
@inline(__always)
func countPass(_ count: Int, of whole: Int) {
  if ck_passes_are_counted() != 0 { ck_count_pass(count, whole) }
}
