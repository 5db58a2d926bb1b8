import ArgumentParser
import CLCore
import Lessons

struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the methods, or tells of one what may be set.",
    discussion: """
        palimpsest methods
        palimpsest methods gem
      """)

  @Argument(
    help: "A method, such as gem.",
    completion: .list(Kinds.commandLine.methods.map { $0.about.key })
  )
  var name: String?

  func validate() throws {
    try withUsage { _ = try name.map { try Kinds.commandLine.methods.named($0, "method") } }
  }

  func run() throws {
    guard let name else {
      try Output.answer(Kinds.commandLine.methods.listing(width: Output.width))
      return
    }
    let method = try Kinds.commandLine.methods.named(name, "method")
    try Output.answer(method.description(width: Output.tableWidth))
  }
}

struct Streams: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists the streams and their settings.")

  func run() throws {
    try Output.answer(
      StreamKind.allCases.flatMap { stream in
        ([stream.idea, stream.paper] + stream.parts.map { "--\($0.name): \($0.help)" })
          .under(stream.rawValue, width: Output.width)
      })
  }
}

struct Datasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the data sets, and where their files were found.")

  func run() throws {
    try Output.answer(
      DatasetChoice.named.flatMap {
        [$0.idea, $0.place].under($0.text, width: Output.width)
      } + [DatasetChoice.ownImages].under("folder:PATH", width: Output.width))
  }
}

extension [String] {
  /// These lines below a name, set in from it and broken where they are too long.
  fileprivate func under(_ name: String, width: Int) -> [String] {
    [name] + flatMap { StyledText($0).wrapped(to: width - 2).map { "  " + $0.plain } } + [""]
  }
}

extension DatasetChoice {
  static let ownImages =
    "your own: PNG files of one size, a folder for each class, in PATH or in PATH/train and PATH/test"

  /// What it is, in a line.
  var idea: String {
    switch self {
    case .known(let dataset): dataset.idea
    case .glyphs: "characters drawn by the program, 10,000 + 2,000 images of 28×28; no files needed"
    case .folder: Self.ownImages
    }
  }

  /// Where it was found, or why not.
  var place: String {
    do {
      switch try images().origin {
      case .files(let folder): return "in \(folder)"
      case .drawn(let seed): return "drawn from seed \(seed)"
      }
    } catch {
      return "\(error)"
    }
  }
}

extension [Method] {
  /// Below each key its idea, and on lines of their own where it was published and what may be set, with its
  /// standard value.
  func listing(width: Int) -> [String] {
    let room = map { $0.about.key.count }.max() ?? 0
    return flatMap { method in
      let about = method.about
      let scenarios =
        about.scenarios.count == Scenario.allCases.count
        ? "" : " (scenario \(about.scenarios.map(\.rawValue).joined(separator: ", ")))"
      let settings = method.described.map { "\($0.name)=\($0.standard?.text ?? "–")" }
      let source = [about.paper, settings.joined(separator: " ")].filter { !$0.isEmpty }
      let told = [about.idea + scenarios, source.joined(separator: "; ")]
      let lines = told.flatMap { StyledText($0).wrapped(to: width - room - 2).map(\.plain) }
      return lines.enumerated().map { place, line in
        (place == 0 ? about.key : "").padded(to: room) + "  " + line
      }
    } + ["", "`palimpsest methods NAME` tells what each setting means."]
  }
}

extension Configurable {
  /// All that is said of it.
  fileprivate static func description(width: Int) -> [String] {
    let settings = described
    let heading = [
      about.key, "  \(about.idea)", "  \(about.paper)",
      "  scenarios: " + about.scenarios.map(\.rawValue).joined(separator: ", "),
    ]
    guard !settings.isEmpty else { return heading + ["  It has no settings."] }
    let table = Table(
      title: "", columns: ["--set", "standard", "may be", "meaning"],
      rows: settings.map { [$0.name, $0.standard?.text ?? "–", $0.legal, $0.meaning] })
    return heading + [""] + table.drawn(width: width)
  }
}
