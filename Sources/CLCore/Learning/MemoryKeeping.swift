extension Memory {
  /// Offers the samples of a batch in turn; which of them stay is up to the rule.
  public mutating func offer(_ batch: Batch, _ random: inout Random) {
    let tasks = batch.labels.indices.map { batch.task(at: $0) }
    let admitted = admit(batch.labels, tasks, size: batch.inputs.shape[1], &random)
    for (row, sample) in admitted { keep(sample, of: batch, in: row) }
  }

  /// Offers all training samples of a task in turn; only those that stay are looked at.
  public mutating func offer(_ task: Experience, _ random: inout Random) {
    let labels = (0..<task.train.count).map { task.train.label(at: $0) }
    let tasks = labels.map { _ in task.index }
    let admitted = Array(admit(labels, tasks, size: task.train.inputSize, &random))
    let batch = Batch(task, admitted.map(\.value))
    for (place, (row, _)) in admitted.enumerated() { keep(place, of: batch, in: row) }
  }

  /// The group that a sample counts in.
  func group(ofTask task: Int, label: Int) -> Group {
    switch grouping {
    case .together: Group(task: nil, label: nil)
    case .task: .task(task)
    case .class: .class(label, ofTask: task)
    }
  }

  /// For each row that gets another sample, which of the samples offered it is.
  private mutating func admit(
    _ labels: [Int], _ tasks: [Int], size: Int, _ random: inout Random
  ) -> [Int: Int] {
    let keys = zip(tasks, labels).map { group(ofTask: $0, label: $1) }
    // Room is made before any sample is placed, for a group that comes moves the rows of the others.
    var places = Dictionary(uniqueKeysWithValues: zip(groups, groups.indices))
    let known = groups.count
    for key in keys where places[key] == nil {
      places[key] = groups.count
      groups.append(key)
    }
    if groups.count > known { makeRoom(size, &random) }
    var admitted: [Int: Int] = [:]
    for (sample, key) in keys.enumerated() {
      guard let group = places[key] else { continue }
      let number = met[group]
      met[group] += 1
      guard let slot = slot(number, &random) else { continue }
      let row = group * quota + slot
      if number < quota { positions.append(row) }
      admitted[row] = sample
    }
    return admitted
  }

  /// The place within its group of the sample that comes after `number` others; `nil` if it does not
  /// stay.
  private func slot(_ number: Int, _ random: inout Random) -> Int? {
    if number < quota { return number }
    switch rule {
    case .first: return nil
    case .latest: return quota == 0 ? nil : number % quota
    case .uniform:
      let slot = random.below(number + 1)
      return slot < quota ? slot : nil
    }
  }

  /// Which of a group's old places keep their sample when it gets `quota` of them, in the order of
  /// the new places.
  private func survivors(of group: Int, _ quota: Int, _ random: inout Random) -> [Int] {
    let held = min(met[group], self.quota)
    if held <= quota { return Array(0..<held) }
    switch rule {
    case .first: return Array(0..<quota)
    case .latest:
      // Sample number n is at place n mod quota, before and after.
      let latest = met[group] - quota..<met[group]
      return latest.sorted { $0 % quota < $1 % quota }.map { $0 % self.quota }
    case .uniform: return Array(random.permutation(held).prefix(quota))
    }
  }

  /// Lays the table out anew for the groups that are there now.
  private mutating func makeRoom(_ size: Int, _ random: inout Random) {
    let quota = budget.quota(groups: groups.count)
    // Which old row each new one holds; where it is still to be filled, one of zeros that comes after them.
    let none = met.count * self.quota
    var sources = Array(repeating: none, count: groups.count * quota)
    positions = []
    for group in met.indices {
      for (place, old) in survivors(of: group, quota, &random).enumerated() {
        sources[group * quota + place] = group * self.quota + old
        positions.append(group * quota + place)
      }
    }
    func moved(_ rows: Tensor) -> Tensor {
      .concatenated([rows, .zeros([1, rows.shape[1]])]).rows(at: sources)
    }
    (inputs, payload) = (moved(inputs ?? .zeros([0, size])), payload.map(moved))
    let (oldLabels, oldTasks) = (labels + [0], tasks + [0])
    (labels, tasks) = (sources.map { oldLabels[$0] }, sources.map { oldTasks[$0] })
    met += Array(repeating: 0, count: groups.count - met.count)
    self.quota = quota
  }

  private mutating func keep(_ sample: Int, of batch: Batch, in row: Int) {
    inputs?.copy(row: sample, of: batch.inputs, to: row)
    (labels[row], tasks[row]) = (batch.labels[sample], batch.task(at: sample))
    guard let width = (batch.payload ?? payload)?.shape[1] else { return }
    if payload == nil { payload = .zeros([labels.count, width]) }
    if let given = batch.payload {
      payload?.copy(row: sample, of: given, to: row)
    } else {
      payload?.copy(row: 0, of: .zeros([1, width]), to: row)
    }
  }
}

extension Tensor {
  /// Overwrites a row of this matrix with one of another that has as many columns.
  fileprivate mutating func copy(row source: Int, of other: Tensor, to row: Int) {
    let size = shape[1]
    require(other.shape[1] == size, "a memory of \(size) numbers a sample got \(other.shape[1])")
    let numbers = other.rows(source..<source + 1)
    write { if let start = $0.baseAddress { numbers.copy(to: start + row * size) } }
  }
}
