import Foundation

/// A sandbox for somebody else's program: no network, a read-only system without homes, a process space and a
/// small temporary folder of its own, and limits on time, memory, processes and files. It dies with us.
///
/// Bubblewrap sets no limits: `prlimit` does, and as limits on processes count by user and do not bind root, root
/// becomes a user that owns nothing first (`setpriv`). What goes through pipes is capped by `Child`.
package struct Bubblewrap: Enclosure {
  /// Where the engine's copy is, for all to read.
  let engine: URL
  /// The compiler's own folder, where it is not part of the system.
  let toolchain: String
  /// The user as which a program runs when we are root; each worker has one of its own.
  let user: Int

  /// The programs that a sandbox needs, and the Debian packages that hold them.
  private static let needed = [
    ("bwrap", "bubblewrap"), ("prlimit", "util-linux"), ("setpriv", "util-linux"),
  ]

  /// A sandbox for programs of `engine`.
  /// - Throws: ``ExerciseError`` that names the package to install when a program is missing.
  package init(engine: Engine, user: Int) throws(ExerciseError) {
    for (program, package) in Self.needed where Self.path(program) == nil {
      throw ExerciseError(
        "\(program) is missing: submissions are somebody else's programs and are run in a sandbox only. Please run: apt-get install \(package)"
      )
    }
    self.engine = engine.build
    toolchain =
      engine.compiler.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().path
    self.user = user
  }

  private static func path(_ program: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  package func enclosed(_ command: [String], folder: URL, kind: EnclosedKind) -> [String] {
    drop + ["bwrap"] + space + (kind == .compiler ? ["--bind"] : ["--ro-bind"]) + [
      folder.path, folder.path,
    ]
      + ["--chdir", folder.path, "--"] + limits(kind) + command
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
      "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
      "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib",
      "--ro-bind-try", "/usr/lib64", "/lib64", "--ro-bind-try", "/etc/ld.so.cache",
      "/etc/ld.so.cache",
      "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
      "--proc", "/proc", "--dev", "/dev",
    ] + small + ["/dev/shm", "--remount-ro", "/dev"] + small + ["/tmp"]
      + (toolchain.hasPrefix("/usr") ? [] : ["--ro-bind", toolchain, toolchain])
      + ["--ro-bind", engine.path, engine.path]
  }

  /// Of a program: 10 s, 1 GB, 12 processes and threads, files of 1 MB. A compiler needs more.
  private func limits(_ kind: EnclosedKind) -> [String] {
    let (seconds, gigabytes, processes, megabytes) =
      kind == .compiler ? (60, 8, 64, 64) : (10, 1, 12, 1)
    return [
      "/usr/bin/prlimit", "--cpu=\(seconds)", "--as=\(gigabytes << 30)", "--nproc=\(processes)",
      "--fsize=\(megabytes << 20)", "--core=0", "--nofile=256", "--",
    ]
  }

  /// Whether a program can be built and run in here: a solution of our own is tried.
  /// - Throws: ``ExerciseError`` with what went wrong, and what `FileManager` throws.
  package static func proveItWorks(_ engine: Engine, desk: URL, with exercise: BookExercise) throws
  {
    let solution = Data(exercise.folder.solution.solved.utf8)
    let outside = Examiner(engine: engine, desk: desk, seeds: [1])
    let inside = Examiner(
      engine: engine, enclosure: try Bubblewrap(engine: engine, user: 64_000), desk: desk,
      seeds: [1],
      owner: 64_000)
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
