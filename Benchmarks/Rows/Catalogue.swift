import CLCore

/// What rows are made from.
struct Setting {
  let images: LabelledImages
  let peers: Peers?
}

/// Makes a row of this name.
typealias MakeRow = @Sendable (_ name: String, Setting) throws -> Row

/// The names of the rows that an argument asks for: that row, or all whose names begin with it, as `edit-loop` does.
func rows(named argument: String) -> [String] {
  let names = catalogue.map(\.name)
  return names.contains(argument) ? [argument] : names.filter { $0.hasPrefix(argument + "-") }
}

/// Every row, in the order of the table.
let catalogue: [(name: String, make: MakeRow)] = [
  ("train-step", TrainStep().row(goals: [.floor(0.9), .peer(2.2)])),
  ("train-step-2", TrainStep(threads: 2).row(goals: [.floor(0.8), .peer(2)])),
  ("train-step-small", TrainStep.small.row(goals: [.peer(6)])),
  ("ewc-step-1", ewcStep(tasks: 1)),
  ("ewc-step-10", ewcStep(tasks: 10)),
  ("replay-step", replayStep),
  ("gem-step", gemStep),
  ("gem-program", gemProgram),
  ("fisher-empirical", fisher(.empirical, goals: [.peer(1)])),
  ("fisher-exact", fisher(.exact, goals: [.peer(0.2)])),
  ("mas-omega", masOmega),
  ("maml-sinusoid", mamlSinusoid),
  ("side-by-side", sideBySide),
  ("memory", memory),
  ("edit-loop-method", EditLoop.method.row),
  ("edit-loop-chapter", EditLoop.chapter.row),
  ("edit-loop-prose", EditLoop.prose.row),
]
