import Foundation
import Hashing

/// The names under which the results of one run's blocks are kept: hashes of all that they depend on.
struct BlockKeys {
  private let sources: ChapterSources
  private let surroundings: String
  private var inputs: [String] = []
  private var blocksOfCell: [String: Int] = [:]

  init(_ sources: ChapterSources, profile: Profile, machine: String) {
    self.sources = sources
    surroundings = "1\n\(profile.rawValue)\n\(machine)"
  }

  /// Takes in what all blocks from here on depend on besides the code, for instance which data were found.
  mutating func add(input: String) { inputs.append(input) }

  /// The keys of the next block's jobs, one a label. `seeds` are all those that the run has used before it:
  /// what the block works on may come from them.
  mutating func next(_ name: String, in cell: String, after seeds: [UInt64], _ labels: [String])
    -> [String]
  {
    let number = blocksOfCell[cell, default: 0]
    blocksOfCell[cell] = number + 1
    let block = [
      surroundings, sources.hash(ofBlocksIn: cell), "\(inputs)", "\(cell) \(number) \(name)",
      "\(seeds)",
    ].map { SHA256.hex(of: $0) }.joined()
    return labels.map { SHA256.hex(of: block + $0) }
  }
}
