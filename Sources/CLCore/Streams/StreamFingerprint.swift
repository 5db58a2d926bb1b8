import Hashing

extension TaskStream {
  /// SHA-256 of all that tells this stream from others: the scenario, the outputs, and for each task
  /// the images, which of them and in what order, their labels and what is done to them.
  package var fingerprint: String {
    var parts = ["\(name), \(scenario), \(outputNames), \(keepsOrder)"]
    var digests = ListDigests()
    for task in self {
      parts.append("\(task.index), \(task.classes)")
      for data in [task.train, task.test] { parts.append(data.identity(&digests)) }
    }
    return SHA256.hex(of: parts.joined(separator: "\n"))
  }
}

extension Dataset {
  /// In words, all that tells this data set from others. Of the pixels it holds their CRC-32, which is worked
  /// out once for each store: to hash them for each checkpoint would take longer than most steps.
  func identity(_ digests: inout ListDigests) -> String {
    let pixels = "\(store.name), \(store.height)×\(store.width), \(store.checksum)"
    return
      "\(pixels), \(transform), \(preprocessing), \(labelMap), \(digests.hex(of: store.labels)), "
      + digests.hex(of: rows)
  }
}

/// SHA-256 of lists of numbers, each worked out once: the tasks of a stream often share theirs.
struct ListDigests {
  private var known: [[Int]: String] = [:]

  /// The hash of a list, whatever the machine's byte order.
  mutating func hex(of list: [Int]) -> String {
    if let digest = known[list] { return digest }
    let bytes = list.map { UInt64(bitPattern: Int64($0)).littleEndian }
    let digest = bytes.withUnsafeBytes { SHA256.hex(of: Array($0)) }
    known[list] = digest
    return digest
  }
}
