extension Experiment {
  /// All parts of a protocol, in the order in which they are listed.
  public static let parts: [ExperimentPart] = [
    .choice(
      "stream", \.stream, of: "stream", "How tasks are made of them: split, permuted or rotated."),
    // Before the number of tasks, which the classes of each task state too.
    classesPart,
    .count("tasks", \.tasks, "How many tasks."),
    .count(
      "held-back", \.heldBack,
      "How many of them, the first, are kept for choosing settings (see `search`).",
      in: 0...ExperimentPart.most),
    .flag(
      "on-held-back", \.onHeldBack, of: nil, "Whether it is those that are met.", form: .hidden),
    .choice(
      "scenario", \.scenario, of: "scenario", "What is told at test time: task, domain or class."),
    degreesPart,
    .flag(
      "first-as-is", \.firstAsIs, of: [.permuted],
      "permuted: the first task sees the images as they are."
    ),
    .flag(
      "shared-outputs", \.sharedOutputs, of: [.permuted, .rotated],
      "permuted, rotated, scenario task: tasks share their outputs."),
    .count("train-per-task", \.trainPerTask, "Random training samples of a task; all if left out."),
    .count("test-per-task", \.testPerTask, "Random test samples of a task; all if left out."),
    .choice(
      "active-outputs", \.activeOutputs, of: "choice of active outputs",
      "Scenario class: all outputs compete, those of classes seen, or of the own task."),
    .count("iterations", \.iterations, "Steps a task; 2000 unless --epochs is given."),
    .count("epochs", \.epochs, "Passes over a task's training samples."),
    .count("batch", \.batch, "Samples a step."),
    .flag(
      "reset-optimizer", \.resetOptimizer, "The optimiser forgets its state when a task begins."),
    hiddenPart,
    .choice("activation", \.activation, of: "activation", "relu, tanh or sigmoid."),
    .choice(
      "initialisation", \.start, of: "initialisation",
      "How weights start: fan-in, within 1/√inputs, or glorot, with biases 0."),
    .count("padding", \.padding, "Black pixels added on each side.", in: 0...100),
    .number(
      "mean", \.mean, "Taken from every pixel, once it lies in [0, 1].", "it must be a number",
      { $0.isFinite }),
    .number(
      "deviation", \.deviation, "What the difference is divided by.", "it must be above 0",
      { $0 > 0 && $0.isFinite }),
    .count(
      "evaluate-every", \.evaluateEvery,
      "Measure the accuracies after every so many steps of a task too."),
    .count(
      "evaluate-on", \.evaluateOn,
      "On how many test samples of each task they are measured in between."
    ),
  ]

  private static let classesPart = ExperimentPart(
    name: "classes",
    help:
      "split: shuffled (by the seed), natural, an order such as 3,1,4,0,…, or 0,1,2/3,4: those of each task.",
    streams: [.split], form: .text(words: ["shuffled", "natural"]),
    read: { experiment, text in
      guard let order = ClassOrder(text) else {
        throw SettingError(
          "--classes “\(text)”: write shuffled, natural, an order such as 3,1,4,0,2, or 0,1,2/3,4.")
      }
      experiment.classes = order
      // The classes of each task say how many tasks there are.
      if case .perTask(let tasks) = order { experiment.tasks = tasks.count }
    }, value: { $0.classes.map { $0.description as any Encodable } },
    decode: { experiment, saved in
      experiment.classes = try saved.decode(String.self).map { text in
        guard let order = ClassOrder(text) else {
          throw DecodingError.dataCorruptedError(
            forKey: saved.key, in: saved.container,
            debugDescription: "“\(text)” is no order of classes")
        }
        return order
      }
    },
    check: { experiment in
      guard case .perTask(let tasks)? = experiment.classes, tasks.count != experiment.tasks else {
        return nil
      }
      return "--classes names the classes of \(tasks.count) tasks; there are \(experiment.tasks)."
    })

  private static let degreesPart = ExperimentPart(
    name: "degrees",
    help:
      "rotated: the angle of each task, such as 0,30,60; binned: one from each equal part of [0, 180); drawn "
      + "from [0, 180) by the seed if left out.",
    streams: [.rotated], form: .text(words: ["binned"]),
    read: {
      $0.degrees = $1 == "binned" ? .binned : .given(try numbers($1, "degrees") { Double($0) })
    },
    value: {
      switch $0.degrees {
      case .given(let degrees)?: degrees as any Encodable
      case .binned?: "binned"
      case nil: nil
      }
    },
    decode: { experiment, saved in
      if let word = try? saved.decode(String.self), word == "binned" {
        experiment.degrees = .binned
      } else {
        experiment.degrees = try saved.decode([Double].self).map { .given($0) }
      }
    },
    check: { experiment in
      guard case .given(let degrees)? = experiment.degrees else { return nil }
      if let angle = degrees.first(where: { !$0.isFinite || abs($0) > 3600 }) {
        return "--degrees \(angle): an angle of -3600 to 3600 is needed."
      }
      return degrees.count == experiment.tasks
        ? nil
        : "--degrees has \(degrees.count) angles for \(experiment.tasks) tasks. Give one per task."
    })

  private static let hiddenPart = ExperimentPart(
    name: "hidden",
    help: "Widths of the hidden layers, such as 400,400; none for a linear network.",
    streams: nil, form: .text(words: []),
    read: { $0.hidden = $1 == "none" ? [] : try numbers($1, "hidden") { Int($0) } },
    value: { $0.hidden }, decode: { $0.hidden = try $1.decode() ?? $0.hidden },
    check: { experiment in
      experiment.hidden.first { !(1...100_000).contains($0) }
        .map { "--hidden \($0): a layer has at least 1 unit and at most 100000." }
    })

  private static func numbers<Number>(
    _ text: String, _ name: String, _ read: (String) -> Number?
  ) throws -> [Number] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = read(String(part)) else {
        throw SettingError(
          "--\(name) “\(text)”: “\(part)” is no number. Write for example 100,100.")
      }
      return number
    }
  }

  /// The start of weights as it is typed.
  fileprivate var start: Initialisation {
    get { initialisation == .fanIn ? .fanIn : .glorot }
    set { initialisation = newValue == .fanIn ? .fanIn : .glorot }
  }
}

/// `MLP.Start` as it is typed and saved.
private enum Initialisation: String, Sendable, Codable, CaseIterable {
  case fanIn = "fan-in"
  case glorot
}
