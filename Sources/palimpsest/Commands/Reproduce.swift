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
        palimpsest reproduce split-mnist-2022 --scenarios task --methods ewc,si --seeds 2-21
        palimpsest reproduce split-mnist-hsu-2018 --out hsu.json
        palimpsest reproduce split-mnist-2022 --ledger docs/reproduction.md
        palimpsest reproduce maml-sinusoid-2017 --methods maml --seeds 1
      """)

  @Argument(
    help: "Which table.",
    completion: .list(Reproduction.all.map(\.name) + MetaReproduction.all.map(\.name)))
  var name: String?

  @Option(help: "The data. Published figures are shown only beside results on their own data.")
  var data: DatasetChoice?

  @Option(help: "Seeds to run, such as 2-6 or 1,4.", transform: SeedList.init)
  var seeds: SeedList?

  @Option(help: "Methods to run, such as ewc,si; all by default.")
  var methods: String?

  @Option(help: "Scenarios to run, such as task,class; all by default.")
  var scenarios: String?

  @Option(help: "How many runs go side by side. Results do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Also write the results, with every run, to this file as JSON.")
  var out: String?

  @Option(help: "Also write the table, as a section of its own, into this file of reproductions.")
  var ledger: String?

  @Flag(help: "A few steps of each run, to see that all of it works; nothing is compared.")
  var smoke = false

  /// A table that can be run again.
  private enum Table {
    case accuracies(Reproduction)
    case adaptation(MetaReproduction)
  }

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads \(threads): at least 1 is needed.") }
    guard ledger == nil || (methods == nil && scenarios == nil && !smoke) else {
      throw ValidationError(
        "--ledger is for whole tables: leave --methods, --scenarios and --smoke out.")
    }
    _ = try chosen()
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
    guard ledger == nil else {
      throw ValidationError("\(name) has errors in place of accuracies: no ledger has it.")
    }
    return .adaptation(
      try MetaReproduction.all[place - Reproduction.all.count]
        .narrowed(methods: methods, seeds: seeds?.seeds))
  }

  func run() throws {
    switch try chosen() {
    case nil:
      Output.lines(Reproduction.all.flatMap(\.listing) + MetaReproduction.all.flatMap(\.listing))
    case .accuracies(let reproduction): try run(reproduction)
    case .adaptation(let reproduction): try run(smoke ? reproduction.smoke : reproduction)
    }
  }

  private func run(_ reproduction: Reproduction) throws {
    let file = try out.map { try ResultFile($0) }
    let experiment = Experiment(
      reproduction, on: try (data ?? reproduction.dataset).images(), smoke: smoke)
    let ledgerFile = try ledger.map(LedgerFile.init)
    guard ledgerFile == nil || experiment.isComparable else {
      throw ValidationError("--ledger: \(experiment.whyNotComparable)")
    }
    Output.lines(experiment.heading(width: Output.width))

    let date = Date()
    let jobs = experiment.jobs
    let report = RunReport(runs: jobs.count)
    let runs = try report.run(jobs, threads: threads) { job, result in
      "\(job.entry.scenario)  \(job.entry.method)  seed \(job.seed)  \(result.accuracy.hundredths) %  "
        + ProgressLine.duration(result.costs.seconds)
    } _: { job, progress in
      try experiment.run(job, progress)
    }
    let results = experiment.gathered(runs)
    // The file first, for a reader that has left the pipe ends the program; and the table even if the file
    // could not be written.
    let saved = Result {
      try file?.write(
        ResultRecord(
          experiment, results, date: date, seconds: report.seconds, threads: threads,
          command: CommandLine.arguments))
      try ledgerFile?.put(
        LedgerSection(
          experiment, results, date: date, seconds: report.seconds, threads: threads,
          command: CommandLine.arguments), under: reproduction.name)
    }
    Output.lines(ResultTable(experiment, results).lines(width: Output.width))
    try saved.get()
  }

  private func run(_ reproduction: MetaReproduction) throws {
    let file = try out.map { try ResultFile($0) }
    Output.lines(reproduction.heading(width: Output.width))
    let date = Date()
    let report = RunReport(runs: reproduction.jobs.count)
    let results = try report.run(reproduction.jobs, threads: threads) { job, result in
      let last = reproduction.test.steps(of: job.entry).last ?? 0
      let median = result.curve.median(after: last).hundredths
      return "\(job.entry.method)  seed \(job.seed)  median \(median)  "
        + ProgressLine.duration(result.seconds)
    } _: { job, progress in
      try reproduction.run(job, progress)
    }
    let saved = Result {
      try file?.write(
        MetaRecord(
          reproduction, results, date: date, seconds: report.seconds,
          command: CommandLine.arguments))
    }
    Output.lines(MetaTable(reproduction, results).lines(width: Output.width))
    try saved.get()
  }
}
