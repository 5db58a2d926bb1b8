extension Memory {
  enum CodingKeys: String, CodingKey {
    case grouping, budget, rule, groups, positions, met, quota, inputs, payload, labels, tasks
  }

  /// Writes all of it.
  public func encode(to encoder: any Encoder) throws {
    if let counter = KeptCounter.of(encoder) {
      counter.add(samples: count)
      counter.add(numbers: payload?.count ?? 0)
      return try counter.writeNothing(to: encoder)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(grouping, forKey: .grouping)
    try container.encode(budget, forKey: .budget)
    try container.encode(rule, forKey: .rule)
    try container.encode(groups, forKey: .groups)
    try container.encode(positions, forKey: .positions)
    try container.encode(met, forKey: .met)
    try container.encode(quota, forKey: .quota)
    try container.encodeIfPresent(inputs, forKey: .inputs)
    try container.encodeIfPresent(payload, forKey: .payload)
    try container.encode(labels, forKey: .labels)
    try container.encode(tasks, forKey: .tasks)
  }

  /// Reads what was written; throws `DecodingError` unless its parts fit each other, for whoever looks
  /// into the table trusts in that.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    grouping = try container.decode(Grouping.self, forKey: .grouping)
    budget = try container.decode(Budget.self, forKey: .budget)
    rule = try container.decode(Rule.self, forKey: .rule)
    groups = try container.decode([Group].self, forKey: .groups)
    positions = try container.decode([Int].self, forKey: .positions)
    met = try container.decode([Int].self, forKey: .met)
    quota = try container.decode(Int.self, forKey: .quota)
    inputs = try container.decodeIfPresent(Tensor.self, forKey: .inputs)
    payload = try container.decodeIfPresent(Tensor.self, forKey: .payload)
    labels = try container.decode([Int].self, forKey: .labels)
    tasks = try container.decode([Int].self, forKey: .tasks)
    guard hasTable, hasItsSamples else {
      throw DecodingError.dataCorruptedError(
        forKey: .positions, in: container,
        debugDescription: "the groups, rows and samples of a memory do not fit each other")
    }
  }

  /// Whether there are as many rows of everything as its groups have room for.
  private var hasTable: Bool {
    guard budget.count >= 0, quota == (groups.isEmpty ? 0 : budget.quota(groups: groups.count))
    else { return false }
    let (rows, overflow) = groups.count.multipliedReportingOverflow(by: quota)
    guard !overflow, labels.count == rows, tasks.count == rows else { return false }
    if let payload, payload.shape.rank != 2 || payload.shape[0] != rows { return false }
    guard let inputs else { return groups.isEmpty }
    return inputs.shape.rank == 2 && inputs.shape[0] == rows
  }

  /// Whether a group stands once, the rows said to hold a sample are those that its groups have
  /// filled, and each holds one of its group.
  private var hasItsSamples: Bool {
    met.count == groups.count && met.allSatisfy { $0 >= 0 }
      && Set(groups).count == groups.count
      && positions.sorted() == groups.indices.flatMap { rows(ofGroup: $0) }
      && positions.allSatisfy {
        tasks[$0] >= 0 && labels[$0] >= 0
          && group(ofTask: tasks[$0], label: labels[$0]) == groups[$0 / quota]
      }
  }
}
