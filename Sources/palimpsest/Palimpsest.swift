import ArgumentParser
import CLCore
import Lessons
import Synchronization

/// The command line, for a program of your own that has more methods:
///
///     @main struct MyTool {
///       static func main() { CommandLineTool.main(adding: [MyMethod.self]) }
///     }
///
/// `MyTool run --method my-method` then runs it, and resumes it from a checkpoint.
public enum CommandLineTool {
  /// Does what the command line of this process says, and ends the process if that fails.
  ///
  /// - Parameter methods: what can be run beside this library's own; they are named as their `about` says.
  public static func main(adding methods: [Method] = []) {
    StandardStream.hold()
    Kinds.add(methods)
    Palimpsest.main()
  }
}

extension Kinds {
  private static let added = Mutex<[Method]>([])

  /// Adds methods to ``commandLine``; to be called before a command is read.
  static func add(_ methods: [Method]) { added.withLock { $0 += methods } }

  /// The types of the library, and the methods of the program that the command line is part of.
  package static var commandLine: Kinds {
    var kinds = library
    kinds.strategies += added.withLock { $0 }
    return kinds
  }
}

/// The command-line tool: experiments whose numbers can stand beside published ones.
struct Palimpsest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Continual learning: experiments from the command line.",
    discussion: """
      First see what there is (methods, streams, datasets), then run a protocol of your own, compare what \
      came of it, search for settings, or reproduce a published table.
      """,
    version: PackageVersion.text,
    subcommands: [
      RunCommand.self, Compare.self, Search.self, Reproduce.self, Methods.self, Streams.self,
      Datasets.self,
    ])
}

/// Calls `body`; a name or a value that it refuses is reported as ArgumentParser reports what it refuses itself,
/// with the usage.
func withUsage(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as SettingError {
    throw ValidationError("\(error)")
  }
}
