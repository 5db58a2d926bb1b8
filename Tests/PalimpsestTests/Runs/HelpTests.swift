import CLCore
import Foundation
import Testing
import palimpsest

@Suite("What the help says")
struct HelpTests {
  /// The commands that the help of `run` shows, as a shell would read them.
  private var examples: [[String]] {
    let help = RunCommand.helpMessage(columns: 80).replacing("\\\n", with: " ")
    let lines: [[String]] = help.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    return lines.filter { $0.starts(with: ["palimpsest", "run"]) && $0.contains("--out") }
      .map { Array($0.dropFirst(2)) }
  }

  @Test("The three examples of `run --help` run as they stand, in their order")
  func run() throws {
    #expect(examples.count == 3)
    let place = try TemporaryFolder()
    let images = try smallGlyphs()
    for example in examples {
      let arguments = example.map {
        $0.hasPrefix("runs/") ? place.path + "/" + $0 : $0
      }
      let command = try RunCommand.parse(arguments)
      let configs = try RunRequest(command.flags).configs
      for config in configs {
        var short = config
        if short.iterations != nil { short.iterations = 2 }
        short.seeds = Array(short.seeds.prefix(1))
        let out = try #require(arguments.last)
        let folder = RunFolder(configs.count == 1 ? out : out + "/" + config.method)
        #expect(try finish(short, in: folder, images).count == 1)
      }
    }
  }
}
