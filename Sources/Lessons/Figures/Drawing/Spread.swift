/// Moves labels apart that would lie on each other, each as little as it must.
package enum Spread {
  /// Centres for segments of the given `sizes` that want to be at `wanted`: no two overlap, all lie
  /// within `bounds` when they fit there, and their order is kept. Least squares: segments that
  /// touch form a block which stands at the mean of what its members want (pool adjacent
  /// violators). When they do not fit, they fill the bounds evenly and overlap.
  package static func apart(
    wanted: [Double], sizes: [Double], in bounds: ClosedRange<Double>
  ) -> [Double] {
    let room = bounds.upperBound - bounds.lowerBound
    let total = sizes.reduce(0, +)
    let squeeze = total > room ? room / total : 1
    let order = wanted.indices.sorted {
      (wanted[$0], $0) < (wanted[$1], $1)
    }
    struct Block {
      var members: [Int]
      var size: Double
      /// Sum over members of (wanted centre − offset of its centre within the block).
      var sum: Double
      func start(in bounds: ClosedRange<Double>) -> Double {
        let free = sum / Double(members.count)
        return max(bounds.lowerBound, min(free, bounds.upperBound - size))
      }
    }
    var blocks: [Block] = []
    for i in order {
      let size = sizes[i] * squeeze
      var block = Block(members: [i], size: size, sum: wanted[i] - size / 2)
      while let last = blocks.last,
        last.start(in: bounds) + last.size > block.start(in: bounds)
      {
        blocks.removeLast()
        let shift = last.size * Double(block.members.count)
        block = Block(
          members: last.members + block.members, size: last.size + block.size,
          sum: last.sum + block.sum - shift)
      }
      blocks.append(block)
    }
    var centres = wanted
    for block in blocks {
      var edge = block.start(in: bounds)
      for i in block.members {
        centres[i] = edge + sizes[i] * squeeze / 2
        edge += sizes[i] * squeeze
      }
    }
    return centres
  }
}
