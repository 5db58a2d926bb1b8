import Foundation

/// Counts by looking: the memory of a program and of all that it has started. It stands in where no control group
/// can be made. What a process leaves behind still belongs to the sandbox's first process, and so to the tree.
struct ProcessTree: Keeper {
  /// The most that they may take together.
  let bytes: Int

  func counted(_ command: [String]) -> [String] { command }

  func isOver(_ child: Int32) -> Bool {
    Self.family(of: child).reduce(0) { $0 + Self.memory(of: $1) } > bytes
  }

  func end() {}

  /// `first` and its descendants.
  static func family(of first: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    var children: [Int32: [Int32]] = [:]
    for process in names.compactMap({ Int32($0) }) {
      // `4711 (a name) S 1 …`: the name may hold anything.
      let text = text("/proc/\(process)/stat")
      let after = text.lastIndex(of: ")").map { text[$0...].split(separator: " ") } ?? []
      if after.count > 2, let parent = Int32(after[2]) {
        children[parent, default: []].append(process)
      }
    }
    var family = [first]
    var next = 0
    while next < family.count {
      family += children[family[next]] ?? []
      next += 1
    }
    return family
  }

  /// Bytes in memory, each page shared out among those that map it; where that may not be known, all pages.
  private static func memory(of process: Int32) -> Int {
    for (file, key) in [("smaps_rollup", "Pss:"), ("status", "VmRSS:")] {
      let line = text("/proc/\(process)/\(file)").split(whereSeparator: \.isNewline).first {
        $0.hasPrefix(key)
      }
      if let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
        return kilobytes << 10
      }
    }
    return 0
  }

  private static func text(_ file: String) -> String {
    (try? Data(contentsOf: URL(fileURLWithPath: file))).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }
}
