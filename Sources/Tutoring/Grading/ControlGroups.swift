import Foundation
import Synchronization

/// Where control groups can be made on this machine: below our own group, or below one that holds it.
package final class ControlGroups: Sendable {
  /// One folder in version 2, two in version 1; they are ours.
  private let folders: [URL]
  private let made = Mutex(0)

  /// Folders of our own in the first place where a process can be bounded.
  /// - Returns: nil when there is none: this user may not, or the machine has no such groups.
  package init?() {
    let name = "palimpsest-\(getpid())"
    let found = Self.places().lazy.map { $0.map { $0.appendingPathComponent(name) } }.first {
      Self.make($0)
    }
    guard let found else { return nil }
    folders = found
  }

  /// A new group with these bounds; nil when the kernel refuses it.
  func group(bytes: Int, processes: Int) -> ControlGroup? {
    let number = made.withLock { made in
      made += 1
      return made
    }
    return .make(
      folders.map { $0.appendingPathComponent("\(number)") }, bytes: bytes, processes: processes)
  }

  /// Removes the folders, and ends what runs in their groups.
  package func remove() {
    for number in 0...made.withLock({ $0 }) {
      ControlGroup(folders.map { $0.appendingPathComponent("\(number)") }).end()
    }
    for folder in folders { rmdir(folder.path) }
  }

  /// The places to try, those nearest to us first; each is the folders that a group consists of.
  private static func places() -> [[URL]] {
    let lines = { (file: String) in
      ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(
        whereSeparator: \.isNewline)
    }
    let own = lines("/proc/self/cgroup").map {
      $0.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    }
    let mounts = lines("/proc/self/mountinfo").map { $0.split(separator: " ") }
    /// Our group and those that hold it, as folders.
    func above(_ isMount: ([Substring]) -> Bool, _ isOwn: (Substring) -> Bool) -> [URL] {
      guard let mount = mounts.first(where: { $0.count > 4 && isMount($0) }),
        let group = own.first(where: { $0.count == 3 && isOwn($0[1]) })
      else { return [] }
      let top = URL(fileURLWithPath: String(mount[4]))
      // What is mounted may be a part of the whole, as in a container.
      let part = mount[3] == "/" ? "" : mount[3]
      let path = group[2].hasPrefix(part) ? group[2].dropFirst(part.count) : ""
      var folder = top.appendingPathComponent(String(path)).standardizedFileURL
      var found = [folder]
      while folder.path.count > top.path.count {
        folder.deleteLastPathComponent()
        found.append(folder)
      }
      return found
    }
    let unified = above({ $0.contains("cgroup2") }, { $0.isEmpty }).map { [$0] }
    func controller(_ name: Substring) -> [URL] {
      above({ $0.contains("cgroup") && $0.last?.split(separator: ",").contains(name) == true }) {
        $0.split(separator: ",").contains(name)
      }
    }
    let memory = controller("memory")
    let processes = controller("pids")
    return unified + memory.flatMap { memory in processes.map { [memory, $0] } }
  }

  /// Makes the folders; false, and nothing made, when a process cannot be bounded there.
  private static func make(_ folders: [URL]) -> Bool {
    for folder in folders where mkdir(folder.path, 0o755) != 0 {
      for folder in folders { rmdir(folder.path) }
      return false
    }
    if folders.count == 1 {
      _ = ControlGroup.write(
        "+memory +pids", to: folders[0].appendingPathComponent("cgroup.subtree_control"))
    }
    let first = ControlGroup.make(
      folders.map { $0.appendingPathComponent("0") }, bytes: 1 << 28, processes: 4)
    let works = first.map { first in
      let command = first.counted(["/bin/true"])
      let child = Child(program: command[0], arguments: Array(command.dropFirst()), keeper: first)
      return (try? child.run())?.end == .exit(0)
    }
    let bounds = first != nil && works == true
    if !bounds { for folder in folders { rmdir(folder.path) } }
    return bounds
  }
}
