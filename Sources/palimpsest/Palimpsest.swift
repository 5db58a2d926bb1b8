import ArgumentParser

/// The command-line tool: experiments whose numbers can stand beside published ones.
@main
struct Palimpsest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Continual learning: experiments from the command line.",
    discussion: """
      First see what there is (methods, streams, datasets), then run a protocol of your own, compare what \
      came of it, search for settings, or reproduce a published table.
      """,
    subcommands: [
      RunCommand.self, Compare.self, Search.self, Reproduce.self, Methods.self, Streams.self,
      Datasets.self,
    ])
}
