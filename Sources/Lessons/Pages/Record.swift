import Foundation

/// What one run of a chapter said, did and found: `cells.json`, from which every page is made.
///
/// Everything but ``timings`` is bit-identical between two runs with the same seeds on one machine.
public struct Record: Codable, Equatable, Sendable {
  /// A cell of the source with what its code put out.
  public struct TakenCell: Codable, Equatable, Sendable {
    /// What was said and done.
    public let cell: Cell
    /// What the code put out, in order.
    public var outputs: [Output]
  }

  /// What was used.
  public struct Versions: Codable, Equatable, Sendable {
    /// Major and minor version of the compiler.
    public let swift: String
    /// Nil when the run has drawn no figure.
    public var gnuplot: String?
    /// The operating system, as it names itself.
    public let system: String
  }

  /// What differs from run to run.
  public struct Timings: Codable, Equatable, Sendable {
    /// ISO 8601, UTC.
    public let started: String
    /// Jobs side by side.
    public let threads: Int
    /// Seconds from start to the last write, without the time spent waiting for a key.
    public var total: Double
    /// Seconds by cell id, without the time spent waiting for a key.
    public var cells: [String: Double]
    /// For each cell that found results of an earlier run, by its id: the seconds that these took when they
    /// were computed, shared out over this run's threads. Nil for a run that found none. A page that says
    /// how long a cell takes adds them to ``cells``.
    public var kept: [String: Double]?

    /// How long a cell takes when nothing is kept, in seconds; nil for one that was not come to.
    func whole(of cell: String) -> Double? { cells[cell].map { $0 + (kept?[cell] ?? 0) } }
  }

  /// The version of this format.
  public private(set) var format = 1
  /// The chapter's number.
  public let chapter: Int
  /// The chapter's title, without its number.
  public let title: String
  /// The chapter's source, relative to the package.
  public let source: String
  /// What tells the code that made the record from any other, its prose apart: compare it with
  /// `ChapterSources.fingerprint`. Nil when the program cannot say which sources it was built from.
  public internal(set) var fingerprint: String?
  /// How much work the run did.
  public let profile: Profile
  /// False until the run has come to its end.
  public var complete = false
  /// All seeds that the run used.
  public var seeds: [UInt64] = []
  /// The folder that the reader named for the data; nil when the usual places were searched.
  public internal(set) var data: String?
  /// What the results depend on besides code, profile and seeds, as the chapter says it (`depends(on:)`): which
  /// images they were, for instance. Nil when it says nothing.
  public internal(set) var inputs: [String]?
  /// What a reader must know of all the results, for instance which data stood in for others.
  public var notices: [String] = []
  /// What was used.
  public var versions: Versions
  /// The cells that the run has come to, in order.
  public var cells: [TakenCell] = []
  /// What differs from run to run.
  public var timings: Timings

  /// The record as JSON: keys sorted, numbers as they are, a line end at the end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Reads a record.
  public init(json: Data) throws {
    self = try JSONDecoder().decode(Record.self, from: json)
  }

  init(of chapter: Literate, profile: Profile, threads: Int, started: Date) {
    self.chapter = chapter.chapter
    title = chapter.title
    source = chapter.source
    self.profile = profile
    versions = Versions(
      swift: Self.compiler, gnuplot: nil,
      system: ProcessInfo.processInfo.operatingSystemVersionString)
    timings = Timings(
      started: started.formatted(.iso8601), threads: threads, total: 0, cells: [:])
  }

  /// Major and minor version of the compiler.
  static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #elseif compiler(>=6.2)
      "6.2"
    #else
      "6.1"
    #endif
  }
}
