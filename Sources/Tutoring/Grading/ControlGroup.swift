import Foundation

/// A control group of the kernel's: it bounds the memory and the number of processes of a program and all that it
/// starts, whatever the memory is: pages, files in memory, what lies in pipes.
struct ControlGroup: Keeper {
  /// In version 2 one folder; in version 1 one for memory and one for processes.
  private let folders: [URL]

  /// The group that these folders are, made or not.
  init(_ folders: [URL]) { self.folders = folders }

  /// A new group in `folders`; nil, and nothing made, when the kernel does not take the bounds.
  static func make(_ folders: [URL], bytes: Int, processes: Int) -> ControlGroup? {
    let group = ControlGroup(folders)
    if group.isMade(bytes: bytes, processes: processes) { return group }
    for folder in folders { rmdir(folder.path) }
    return nil
  }

  private func isMade(bytes: Int, processes: Int) -> Bool {
    let bounds: [(kind: String, file: String, value: Int)] = [
      ("memory", "memory.max", bytes), ("swap", "memory.swap.max", 0),
      ("memory", "memory.limit_in_bytes", bytes), ("swap", "memory.memsw.limit_in_bytes", bytes),
      ("processes", "pids.max", processes),
    ]
    var bounded: Set = ["swap"]  // not every machine counts it
    for folder in folders {
      guard mkdir(folder.path, 0o755) == 0 else { return false }
      for bound in bounds {
        let file = folder.appendingPathComponent(bound.file)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        guard Self.write("\(bound.value)", to: file) else { return false }
        bounded.insert(bound.kind)
      }
    }
    return bounded == ["memory", "swap", "processes"]
  }

  /// A shell goes in and becomes the command.
  func counted(_ command: [String]) -> [String] {
    let script =
      "while [ \"$1\" != -- ]; do echo $$ >\"$1/cgroup.procs\" || exit 125; shift; done; shift; exec \"$@\""
    return ["/bin/sh", "-c", script, "sh"] + folders.map(\.path) + ["--"] + command
  }

  /// Whether the kernel had to kill for want of memory.
  func isOver(_ child: Int32) -> Bool {
    folders.contains { folder in
      ["memory.events", "memory.oom_control"].contains { name in
        let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return (text ?? "").split(whereSeparator: \.isNewline).contains {
          $0.hasPrefix("oom_kill ") && $0 != "oom_kill 0"
        }
      }
    }
  }

  func end() {
    for _ in 0..<200 {
      let left = folders.filter { rmdir($0.path) != 0 && errno != ENOENT }
      if left.isEmpty { return }
      for folder in left {
        let file = folder.appendingPathComponent("cgroup.procs")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        for process in text.split(whereSeparator: \.isNewline).compactMap({ pid_t($0) })
        where process > 0 {
          kill(process, SIGKILL)
        }
      }
      usleep(10_000)
    }
  }

  /// The kernel takes a value in one call, and says at once whether it does.
  static func write(_ text: String, to file: URL) -> Bool {
    let end = open(file.path, O_WRONLY)
    guard end >= 0 else { return false }
    defer { close(end) }
    let bytes = Array(text.utf8)
    return Foundation.write(end, bytes, bytes.count) == bytes.count
  }
}
