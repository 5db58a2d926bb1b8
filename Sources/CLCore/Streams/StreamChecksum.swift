extension TaskStream {
  /// CRC-32 of all that tells this stream from others: the scenario, the outputs, and for each task
  /// the images, which of them and in what order, their labels and what is done to them.
  package var checksum: UInt32 {
    var sum: UInt32 = 0
    func add(_ text: String) { sum = crc32(of: Array(text.utf8), after: sum) }
    add("\(name), \(scenario), \(outputNames), \(keepsOrder)")
    for task in self {
      add("\(task.index), \(task.classes)")
      for data in [task.train, task.test] {
        add("\(data.store.checksum), \(data.transform), \(data.preprocessing), \(data.labelMap)")
        sum = data.rows.withUnsafeBytes { crc32(of: Array($0), after: sum) }
      }
    }
    return sum
  }
}
