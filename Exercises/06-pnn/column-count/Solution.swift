import Exercise
import Theta

/// How many weights one column of a progressive network has.
///
/// - Parameters:
///   - inputs: how many numbers an input has.
///   - hidden: the widths of the hidden layers, from the input on; those of all columns.
///   - outputs: how many scores the column gives.
///   - earlier: how many columns there are before it.
/// - Returns: the number of its weights, with all biases, scales, adapters and laterals.
func columnCount(inputs: Int, hidden: [Int], outputs: Int, earlier: Int) throws -> Int {
  // BEGIN SOLUTION
  let widths = [inputs] + hidden + [outputs]
  var count = 0
  for i in 1..<widths.count {
    let (below, width) = (widths[i - 1], widths[i])
    count += (below + 1) * width
    if i > 1, earlier > 0 {
      count += earlier + (earlier * below + 1) * below + below * width
    }
  }
  return count
  // END SOLUTION
}
