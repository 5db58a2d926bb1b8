import CLCore

extension ExperienceReplay: Configurable {
  public static let card = Card(
    "replay", "joins kept samples of old tasks to every batch", paper: "Chaudhry et al. 2019",
    settings: [
      .count("memory", 100, from: 0, "samples kept of each class; in all, where kept is reservoir"),
      .choice(
        "kept", "balanced", of: ["balanced", "reservoir", "ring"],
        "which samples stay: so many a class, of all together, or the latest of each task"),
      .count("replay-batch", nil, "kept samples that join a step; as many as are new if left out"),
      .choice(
        "weighting", "by-task", of: ["by-task", "alike"], "how much new and kept samples count"),
      .choice(
        "filling", "after-task", of: ["after-task", "while-learning"],
        "when samples are offered to the memory"),
    ])
  public init(_ values: SettingValues) {
    let count = values.count("memory")
    let memory: Memory =
      switch values.word("kept") {
      case "reservoir": .reservoir(count)
      case "ring": .ring(perTask: count)
      default: .balanced(.each(count))
      }
    self.init(
      memory, batchSize: values.optionalCount("replay-batch"),
      weighting: values.word("weighting") == "alike" ? .alike : .byTask,
      filling: values.word("filling") == "after-task" ? .afterTask : .whileLearning)
  }
}

extension ICaRL: Configurable {
  public static let card = Card(
    "icarl", "herded exemplars, imitation of the old network, the nearest mean answers",
    paper: "Rebuffi, Kolesnikov, Sperl & Lampert 2017", scenarios: [.class],
    settings: [
      .count("memory", 2000, "exemplars in all; of each class, where shared is no"),
      .truth("shared", true, "whether all classes share the memory"),
      .number(
        "exemplar-share", nil, .within(0...1), "exemplars in a batch; as in the data if left out"),
      .number("temperature", 1, .above(0), "T, by which the old network's scores are divided"),
    ])
  public init(_ values: SettingValues) {
    let count = values.count("memory")
    self.init(
      values.truth("shared") ? .shared(count) : .each(count),
      exemplarShare: values.optionalNumber("exemplar-share"),
      temperature: values.number("temperature"))
  }
}

extension LwF: Configurable {
  public static let card = Card(
    "lwf", "the old network answers for the old tasks on the new task's images",
    paper: "Li & Hoiem 2016",
    settings: [
      .number("lambda", 1, .atLeast(0), "λ, how much an old task counts against the new one"),
      .number("temperature", 2, .above(0), "T, by which scores are divided"),
    ])
  public init(_ values: SettingValues) {
    self.init(lambda: values.number("lambda"), temperature: values.number("temperature"))
  }
}
