extension Layout {
  /// A mask [count]: `body` for the weights below the head, 1 for the head's weights into `outputs`, 0
  /// for its weights into others.
  package func mask(body: Real, outputs: [Range<Int>]) -> Tensor {
    require(
      entries.contains { $0.role == .head },
      "no weight of the network has the role of a head; it has "
        + entries.map(\.name).joined(separator: ", "))
    var mask = Tensor(repeating: body, [count])
    for entry in entries where entry.role == .head {
      mask.write { numbers in
        for i in entry.slot.range {
          let output = entry.output(at: i)
          numbers[i] = outputs.contains { $0.contains(output) } ? 1 : 0
        }
      }
    }
    return mask
  }
}
