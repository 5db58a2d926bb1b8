import Foundation

/// A sandbox for somebody else's program: no network, a read-only system without homes, a process space and a
/// small temporary folder of its own, and limits on time, memory, processes and files. It dies with us.
///
/// Bubblewrap sets no limits: `prlimit` does, and as limits on processes count by user and do not bind root, root
/// becomes a user that owns nothing first (`setpriv`). These limits bind each process alone; what all of them take
/// together is bounded by a control group, or looked at. What goes through pipes is capped by `Child`.
package struct Bubblewrap: Enclosure {
  /// Where the engine's copy is, for all to read.
  let engine: URL
  /// The compiler's own folder, where it is not part of the system.
  let toolchain: String
  /// The user as which a program runs when we are root; each worker has one of its own.
  let user: Int
  /// Where memory is bounded; nil when it is looked at instead.
  let groups: ControlGroups?
  /// The filter of the calls that are refused.
  private let filter: URL?

  /// The programs that a sandbox needs, and the Debian packages that hold them.
  private static let needed = [
    ("bwrap", "bubblewrap"), ("prlimit", "util-linux"), ("setpriv", "util-linux"),
  ]

  /// A sandbox for programs of `engine`, whose folder takes the filter.
  /// - Throws: ``ExerciseError`` when a program is missing or the folder cannot be written.
  package init(engine: Engine, user: Int, groups: ControlGroups? = nil) throws(ExerciseError) {
    try Self.look()
    self.engine = engine.build
    toolchain =
      engine.compiler.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().path
    self.user = user
    self.groups = groups
    filter = RefusedCalls.filter.map { _ in engine.build.appendingPathComponent("refused-calls") }
    guard let filter else { return }
    do { try RefusedCalls.filter?.write(to: filter, options: .atomic) } catch {
      throw ExerciseError("\(filter.path) cannot be written: \(error)")
    }
  }

  /// Looks whether all programs are there.
  /// - Throws: ``ExerciseError`` that names the package to install when one is missing.
  package static func look() throws(ExerciseError) {
    for (program, package) in needed where path(program) == nil {
      throw ExerciseError(
        "\(program) is missing: submissions are somebody else's programs and are run in a sandbox only. Please run: apt-get install \(package)"
      )
    }
  }

  private static func path(_ program: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  package func run(_ child: Child, folder: URL, kind: EnclosedKind) throws(ExerciseError)
    -> Child.Outcome
  {
    let keeper = keeper(kind)
    let command = keeper.counted(
      enclosed([child.program] + child.arguments, folder: folder, kind: kind))
    var enclosed = child
    enclosed.program = command[0]
    enclosed.arguments = Array(command.dropFirst())
    enclosed.keeper = keeper
    return try enclosed.run()
  }

  private func enclosed(_ command: [String], folder: URL, kind: EnclosedKind) -> [String] {
    opened + drop + ["bwrap"] + space + (kind == .compiler ? ["--bind"] : ["--ro-bind"]) + [
      folder.path, folder.path,
    ]
      + ["--chdir", folder.path, "--"] + limits(kind) + command
  }

  /// A shell that opens the filter for bubblewrap to read.
  private var opened: [String] {
    filter.map { ["/bin/sh", "-c", "exec 9<\"$0\" && exec \"$@\"", $0.path] } ?? []
  }

  /// Nobody, when we are root. The kernel kills what is left with us.
  private var drop: [String] {
    guard geteuid() == 0 else { return ["/usr/bin/env"] }
    return [
      "/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--no-new-privs",
    ]
  }

  /// What there is to see: the system, the compiler, the engine, and nothing of anybody's.
  private var space: [String] {
    let small = ["--size", "16777216", "--tmpfs"]
    return [
      // Without spaces of its own inside: there it could be root, and mount as large a folder in memory as it likes.
      "--unshare-all", "--unshare-user", "--disable-userns",
      "--die-with-parent", "--new-session", "--cap-drop", "ALL",
      "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib",
      "--ro-bind-try", "/usr/lib64", "/lib64", "--ro-bind-try", "/etc/ld.so.cache",
      "/etc/ld.so.cache",
      "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
      "--proc", "/proc", "--dev", "/dev",
    ] + small + ["/dev/shm", "--remount-ro", "/dev"] + small + ["/tmp"]
      + (filter == nil ? [] : ["--seccomp", "9"])
      + (toolchain.hasPrefix("/usr") ? [] : ["--ro-bind", toolchain, toolchain])
      + ["--ro-bind", engine.path, engine.path]
  }

  private func limits(_ kind: EnclosedKind) -> [String] {
    let share = Share(kind)
    return [
      "/usr/bin/prlimit", "--cpu=\(share.seconds)", "--as=\(share.each)",
      "--nproc=\(share.processes)", "--fsize=\(share.file)", "--core=0", "--nofile=256", "--",
    ]
  }

  private func keeper(_ kind: EnclosedKind) -> any Keeper {
    let share = Share(kind)
    // Bubblewrap has two processes of its own.
    return groups?.group(bytes: share.together, processes: share.processes + 2)
      ?? ProcessTree(bytes: share.together) as any Keeper
  }

  /// Whether a program can be built and run in here: a solution of our own is tried.
  /// - Throws: ``ExerciseError`` with what went wrong, and what `FileManager` throws.
  package static func proveItWorks(
    _ engine: Engine, desk: URL, groups: ControlGroups?, with exercise: BookExercise
  ) throws {
    let solution = Data(exercise.folder.solution.solved.utf8)
    let outside = Examiner(engine: engine, desk: desk, seeds: [1])
    let inside = Examiner(
      engine: engine, enclosure: try Bubblewrap(engine: engine, user: 64_000, groups: groups),
      desk: desk, seeds: [1], owner: 64_000)
    for examiner in [outside, inside] {
      let verdict = try examiner.verdict(on: solution, of: exercise, path: exercise.folder.file)
      guard verdict.level == .right else {
        throw ExerciseError(
          "The solution of \(exercise.name) is \(verdict.level.rawValue) in the sandbox: \(verdict.message)"
        )
      }
      // Clang's modules were made by the first, outside, and are read by all.
      try engine.openModules()
    }
  }
}
