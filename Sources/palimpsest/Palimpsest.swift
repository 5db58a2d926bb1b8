import ArgumentParser

/// The command-line tool: experiments whose numbers can stand beside published ones.
@main
struct Palimpsest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Continual learning: experiments from the command line.",
    subcommands: [Reproduce.self])
}
