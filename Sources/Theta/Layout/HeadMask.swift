extension Layout {
  /// A mask [count]: `body` for the weights below the head, 1 for the head's weights into `outputs`, 0
  /// for its weights into others. The head is the layer called `head`.
  package func mask(body: Real, outputs: [Range<Int>]) -> Tensor {
    require(
      entries.contains { $0.name.hasPrefix("head.") },
      "the network's last layer must be called head; it has "
        + entries.map(\.name).joined(separator: ", "))
    var mask = Tensor(repeating: body, [count])
    for entry in entries where entry.name.hasPrefix("head.") {
      let width = entry.slot.shape[-1]
      mask.write { numbers in
        for i in entry.slot.range {
          let output = (i - entry.slot.offset) % width
          numbers[i] = outputs.contains { $0.contains(output) } ? 1 : 0
        }
      }
    }
    return mask
  }
}
