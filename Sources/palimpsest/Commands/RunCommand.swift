import ArgumentParser
import CLCore
import Foundation
import Lessons

package struct RunCommand: ParsableCommand {
  package init() {}

  package static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs methods on a stream by a protocol of your own, over many seeds.",
    discussion: """
      Every part of a protocol is a flag. What is left out is as in van de Ven, Tuytelaars & Tolias (2022), \
      but on Fashion-MNIST: five tasks told to the learner, 2000 steps of 128 samples each, Adam, a perceptron \
      of 400-400, seeds 0-4.

        palimpsest run --method ewc --set lambda=1e4 --data glyphs \\
          --iterations 50 --hidden 50 --out runs/ewc

        palimpsest run --method gem,fine-tuning --set gem.memory=50 \\
          --data glyphs --stream rotated --tasks 3 --scenario domain \\
          --train-per-task 200 --epochs 1 --batch 10 --optimizer sgd \\
          --lr 0.1 --hidden 50 --seeds 0-1 --out runs/rotated

        palimpsest run --config runs/ewc/config.json --lr 0.01 \\
          --seeds 0-1 --out runs/ewc-faster

      With several methods each has a folder of its own in the one that --out names, and --set gem.memory=50 \
      is for one of them. Stopped at any moment, even by `kill -9`, a run goes on from its last checkpoint \
      when the same command is typed again, to the same bits. A seed that diverges keeps no other from \
      finishing: seed-k.diverged.json says where, and the command ends with exit code 1 and a list.
      """)

  @OptionGroup(title: "The protocol") package var flags: ProtocolFlags

  @OptionGroup(title: "How it is run") var manner: RunManner

  @OptionGroup(title: "How it is run") var saving: Saving

  @Option(
    help: "The folder of the results; runs/METHOD-STREAM-DATA by default.", completion: .directory)
  var out: String?

  package func validate() throws {
    try withUsage { _ = try request() }
  }

  /// The protocols asked for. In a folder that has one, what no flag says is as it is there.
  private func request() throws -> RunRequest {
    let earlier = flags.config == nil ? try out.flatMap { try RunFolder($0).config() } : nil
    guard flags.method != nil || flags.config != nil || earlier != nil else {
      throw ValidationError(
        "Which method? Write for example --method ewc; palimpsest methods lists them.")
    }
    return try RunRequest(flags, earlier: earlier)
  }

  package func run() throws {
    let configs = try request().configs
    let images = try configs[0].data.images()
    let runs = configs.map { ($0, folder(of: $0, among: configs.count)) }
    let session = RunSession(
      runs, images: images, threads: manner.threads, saveEvery: saving.saveEvery,
      retriesDiverged: saving.retryDiverged)
    let report = RunReport(runs: session.jobs.count, voice: manner.voice)
    _ = try session.run(report)
    if manner.voice == .lines {
      let summaries = try runs.map { try RunSummary(RunFolder($0.1.path)) }
      Output.lines(RunComparison(summaries).lines(width: Output.tableWidth))
      Output.lines([
        "",
        "In \(runs.map(\.1.path).joined(separator: ", ")): config.json, a file per seed, log.csv.",
      ])
    }
    try session.throwIfDiverged()
  }

  private func folder(of config: RunConfig, among count: Int) -> RunFolder {
    guard let out else {
      return RunFolder("runs/\(config.method)-\(config.stream.rawValue)-\(config.data.shortName)")
    }
    return RunFolder(count == 1 ? out : out + "/" + config.method)
  }
}
