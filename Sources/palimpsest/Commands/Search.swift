import ArgumentParser
import CLCore
import Foundation
import Lessons

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Searches for settings, on a grid or by chance, on seeds kept for that purpose.",
    discussion: """
        palimpsest search --method ewc --set lambda=1e0..1e10:log11 --data mnist

        palimpsest search --method gem --set margin=0..1:lin5 \\
          --set memory=64,256 --stream rotated --scenario domain \\
          --tasks 20 --held-back 3 --train-per-task 1000 --epochs 1

        palimpsest search --method si --set strength=1e-1..1e5:log7 \\
          --optimizer-set rate=1e-4..1e-2:log3 --random 12

      Every trial is a run of its own, so a search goes on where it was stopped. search.csv is its log, in \
      which a trial of which a seed diverged has no accuracy and the status diverged; \
      best.json holds the best settings, for `palimpsest run --config`. With --held-back n the trials meet \
      the first n tasks alone, and `run` meets the others; without it they meet the same tasks with other \
      seeds, and are judged by the same test images.
      """)

  @OptionGroup(title: "The protocol") var flags: ProtocolFlags

  @OptionGroup(title: "How it is run") var manner: RunManner

  @OptionGroup(title: "How it is run") var saving: Saving

  @Option(name: .customLong("random"), help: "Draw so many trials by chance in place of the grid.")
  var draws: Int?

  @Option(
    help: "The seeds that best.json names for reporting, written as those of --seeds.",
    transform: SeedList.init)
  var reportSeeds: SeedList?

  @Option(help: "The folder of the trials, the log and best.json.", completion: .directory)
  var out: String?

  func validate() throws {
    try withUsage { _ = try plan() }
  }

  private var seedsToReport: [UInt64] { reportSeeds?.seeds ?? RunConfig().seeds }

  private func plan() throws -> SearchPlan {
    if let draws, draws < 1 { throw ValidationError("--random \(draws): at least 1 is needed.") }
    var fixed = flags
    let (settings, searched) = try Self.sorted(flags.settings)
    let (moverSettings, moverSearched) = try Self.sorted(flags.optimizerSettings)
    (fixed.settings, fixed.optimizerSettings) = (settings, moverSettings)
    fixed.seeds = flags.seeds ?? Self.searchSeeds
    let request = try RunRequest(fixed)
    guard let base = request.configs.first, request.configs.count == 1 else {
      throw ValidationError("A search is for one method.")
    }
    let shared = base.seeds.filter(seedsToReport.contains)
    guard shared.isEmpty else {
      throw ValidationError(
        "Seeds \(shared.seedText) would choose the settings and report on them. Choose others with --seeds "
          + "or --report-seeds.")
    }
    let method = try base.methodType()
    let mover = try base.experiment.optimizerType()
    return try SearchPlan(
      base, try Self.axes(searched, method), optimizer: try Self.axes(moverSearched, mover),
      random: draws)
  }

  /// Seeds that no report has unless it asks for them.
  private static let searchSeeds = "1000-1001"

  /// Settings with one value, and those with several.
  private static func sorted(_ texts: [String]) throws -> (fixed: [String], searched: [String]) {
    let isSearched = try texts.map { SearchAxis.isSearched(try Assignment.sides($0).value) }
    let pairs = zip(texts, isSearched)
    return (pairs.filter { !$0.1 }.map(\.0), pairs.filter(\.1).map(\.0))
  }

  private static func axes(
    _ texts: [String], _ owner: any Configurable.Type
  ) throws -> [SearchAxis] {
    try texts.map { text in
      let (name, value) = try Assignment.sides(text)
      return try SearchAxis(value, of: owner.described.named(name, of: owner.about.key))
    }
  }

  func run() throws {
    let plan = try plan()
    let base = plan.trials[0]
    let out = out ?? "searches/\(base.method)-\(base.stream.rawValue)-\(base.data.shortName)"
    let digits = "\(plan.trials.count)".count
    let runs = plan.trials.enumerated().map { i, config in
      let number = "\(i + 1)"
      let zeros = String(repeating: "0", count: digits - number.count)
      return (config, RunFolder("\(out)/trial-\(zeros)\(number)"))
    }
    let session = RunSession(
      runs, images: try base.data.images(), threads: manner.threads, saveEvery: saving.saveEvery,
      retriesDiverged: saving.retryDiverged)
    let report = RunReport(runs: session.jobs.count, voice: manner.voice)
    let result = SearchResult(plan, try session.run(report))
    try WholeFile.write(Data(result.log.utf8), to: out + "/search.csv")
    if let best = result.bestConfig(seeds: seedsToReport) {
      try WholeFile.write(try best.json() + Data("\n".utf8), to: out + "/best.json")
    }
    if manner.voice == .lines { show(result, out) }
    try session.throwIfDiverged()
  }

  private func show(_ result: SearchResult, _ out: String) {
    let table = Table(
      title: "", columns: ["trial"] + result.plan.names + ["ACC %"],
      rows: result.plan.trials.indices.map { i in
        [(i == result.best ? "→ " : "") + "\(i + 1)"]
          + result.plan.values(of: result.plan.trials[i])
          + [result.accuracies[i]?.withError ?? "diverged"]
      })
    let choice =
      result.best == nil
      ? ["Every trial diverged: there are no best settings, and no best.json."]
      : [
        "Chosen on seeds \(result.plan.trials[0].seeds.seedText). To report on others:",
        "  palimpsest run --config \(out)/best.json",
      ]
    Output.lines(table.drawn(width: Output.tableWidth) + choice)
  }
}
