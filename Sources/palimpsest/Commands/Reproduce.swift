import ArgumentParser
import CLCore
import Foundation
import Lessons

struct Reproduce: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a published table again and puts ours beside it.",
    discussion: """
      Without a name, the tables that can be reproduced are listed.

        palimpsest reproduce split-mnist-2022
        palimpsest reproduce split-mnist-2022 --scenarios task \\
          --methods ewc,si --seeds 2-21
        palimpsest reproduce split-mnist-hsu-2018 --out hsu.json
        palimpsest reproduce split-mnist-2022 --ledger docs/reproduction.md
        palimpsest reproduce maml-sinusoid-2017 --methods maml --seeds 1

      Each run is kept as it ends: stopped at any moment, even by `kill -9`, the same command makes only the \
      runs that are not there. To write the table again from runs that are all there takes seconds.
      """)

  @Argument(
    help: "Which table.",
    completion: .list(Reproduction.all.map(\.name) + MetaReproduction.all.map(\.name)))
  var name: String?

  @Option(help: "The data. Published figures are shown only beside results on their own data.")
  var data: DatasetChoice?

  @Option(
    help: "How many seeds to run, such as 3 (0 to 2), or which, such as 2-6 or 1,4.",
    transform: SeedList.init)
  var seeds: SeedList?

  @Option(help: "Methods to run, such as ewc,si; all by default.")
  var methods: String?

  @Option(help: "Scenarios to run, such as task,class; all by default.")
  var scenarios: String?

  @OptionGroup var manner: RunManner

  @Option(help: "Also write the results, with every run, to this file as JSON.")
  var out: String?

  @Option(help: "Also write the table, as a section of its own, into this file of reproductions.")
  var ledger: String?

  @Option(
    help: "The folder where each run is kept; reproductions/NAME by default.",
    completion: .directory)
  var runs: String?

  @Flag(help: "Make the runs again that are kept from earlier.")
  var fresh = false

  @Flag(help: "A few steps of each run, to see that all of it works; nothing is compared or kept.")
  var smoke = false

  /// A table that can be run again.
  private enum Table {
    case accuracies(Reproduction)
    case adaptation(MetaReproduction)
  }

  func validate() throws {
    guard ledger == nil || (methods == nil && scenarios == nil && !smoke) else {
      throw ValidationError(
        "--ledger is for whole tables: leave --methods, --scenarios and --smoke out.")
    }
    try withUsage { _ = try chosen() }
  }

  /// What is asked for; `nil` without a name.
  private func chosen() throws -> Table? {
    guard let name else { return nil }
    let place = try Names(
      "table to reproduce", Reproduction.all.map(\.name) + MetaReproduction.all.map(\.name)
    ).place(of: name)
    guard place >= Reproduction.all.count else {
      return .accuracies(
        try Reproduction.all[place]
          .narrowed(methods: methods, scenarios: scenarios, seeds: seeds?.seeds))
    }
    guard data == nil, scenarios == nil else {
      throw ValidationError(
        "\(name) draws its own tasks: there are no data or scenarios to choose.")
    }
    return .adaptation(
      try MetaReproduction.all[place - Reproduction.all.count]
        .narrowed(methods: methods, seeds: seeds?.seeds))
  }

  func run() throws {
    switch try chosen() {
    case nil:
      try Output.answer(
        Reproduction.all.flatMap(\.listing) + MetaReproduction.all.flatMap(\.listing))
    case .accuracies(let reproduction):
      let images = try (data ?? reproduction.dataset).images()
      let experiment = Attempt(reproduction, on: images, smoke: smoke)
      guard ledger == nil || experiment.isComparable else {
        throw ValidationError("--ledger: \(experiment.whyNotComparable)")
      }
      try make(experiment)
    case .adaptation(let reproduction):
      try make(smoke ? reproduction.smoke : reproduction)
    }
  }

  /// Makes the runs that are missing, writes the files that are asked for, and shows the table.
  private func make(_ table: some PublishedTable) throws {
    let file = try out.map { try ResultFile($0) }
    let ledgerFile = try ledger.map(LedgerFile.init)
    let isTold = manner.voice == .lines
    if isTold { Output.lines(table.heading(width: Output.width)) }

    let kept = try table.folder.map { try KeptResults(runs ?? "reproductions/\($0)") }
    let made = try KeptRuns(
      table, in: kept, anew: fresh, threads: manner.threads, voice: manner.voice)
    let making = Making(
      made, seeds: table.seeds, threads: manner.threads, command: CommandLine.arguments)
    // The file first, for a reader that has left the pipe ends the program; and the table even if the file
    // could not be written.
    let saved = Result {
      try file?.write(table.record(of: made.outcomes, making))
      try ledgerFile?.put(table.section(of: made.outcomes, making), under: table.name)
    }
    if isTold { Output.lines(table.lines(of: made.outcomes, width: Output.tableWidth)) }
    try saved.get()
  }
}
