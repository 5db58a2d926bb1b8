/// The passages of one cell beside the blocks that they translate.
///
/// A passage belongs first to the block whose fingerprint it bears. What is left over on both sides between
/// two such pairs is paired in order: those passages are stale.
struct CellTranslation {
  /// A block of the source and its translation; nil on the right: missing.
  struct Pair {
    let original: Block
    let fingerprint: String
    var passage: TranslationFile.Passage?
    /// Whether the passage was made from these words and not from earlier ones.
    var isCurrent: Bool { passage?.fingerprint == fingerprint }
  }
  private(set) var pairs: [Pair]
  /// Passages that no block is left for.
  private(set) var superfluous: [TranslationFile.Passage] = []

  init(_ blocks: [Block], _ passages: [TranslationFile.Passage]) {
    pairs = blocks.compactMap { block in
      block.fingerprint.map { Pair(original: block, fingerprint: $0) }
    }
    var left: [TranslationFile.Passage] = []
    for passage in passages {
      if let index = pairs.firstIndex(where: {
        $0.passage == nil && $0.fingerprint == passage.fingerprint
      }) {
        pair(left, before: index)
        left = []
        pairs[index].passage = passage
      } else {
        left.append(passage)
      }
    }
    pair(left, before: pairs.endIndex)
  }

  /// Gives `passages` to the open blocks between the last pair before `end` and `end`, in order.
  private mutating func pair(_ passages: [TranslationFile.Passage], before end: Int) {
    let start = (pairs[..<end].lastIndex { $0.passage != nil }).map { $0 + 1 } ?? 0
    let open = Array(start..<end)
    for (index, passage) in zip(open, passages) { pairs[index].passage = passage }
    superfluous += passages.dropFirst(open.count)
  }
}
