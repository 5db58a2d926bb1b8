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
      """)

  @Argument(help: "Which table.")
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

  @Flag(help: "A few steps of each run, to see that all of it works; nothing is compared.")
  var smoke = false

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads \(threads): at least 1 is needed.") }
    _ = try chosen()
  }

  /// What is asked for; `nil` without a name.
  private func chosen() throws -> Reproduction? {
    guard let name else { return nil }
    let names = Names("table to reproduce", Reproduction.all.map(\.name))
    return try Reproduction.all[names.place(of: name)]
      .narrowed(methods: methods, scenarios: scenarios, seeds: seeds?.seeds)
  }

  func run() throws {
    guard let reproduction = try chosen() else {
      return Output.lines(Reproduction.all.flatMap(\.listing))
    }
    let file = try out.map(ResultFile.init)
    let experiment = Experiment(
      reproduction, on: try (data ?? reproduction.dataset).images(), smoke: smoke)
    Output.lines(experiment.heading(width: Output.width))

    let date = Date()
    let report = RunReport(runs: experiment.jobs.count)
    let results = experiment.gathered(try report.run(experiment, threads: threads))
    // The file first, for a reader that has left the pipe ends the program; and the table even if the file
    // could not be written.
    let saved = Result {
      try file?.write(
        ResultRecord(
          experiment, results, date: date, seconds: report.seconds, threads: threads,
          command: CommandLine.arguments))
    }
    Output.lines(ResultTable(experiment, results).lines(width: Output.width))
    try saved.get()
  }
}
