import Foundation

/// The calls that the kernel refuses to a submission: those that make memory which belongs to no process and to no
/// file, so that nobody who looks at the processes would see it; and those that no exercise has a use for.
///
/// A seccomp filter as the kernel reads it: a list of instructions of eight bytes.
enum RefusedCalls {
  /// The architecture as the kernel's audit knows it, and the calls' numbers: shmget, msgget, memfd_create,
  /// userfaultfd, add_key, ptrace, then io_uring_setup and memfd_secret, which have one number everywhere.
  #if os(Linux) && arch(x86_64)
    private static let machine: (architecture: UInt32, calls: [UInt32])? = (
      0xC000_003E, [29, 68, 319, 323, 248, 101, 425, 447]
    )
  #elseif os(Linux) && arch(arm64)
    private static let machine: (architecture: UInt32, calls: [UInt32])? = (
      0xC000_00B7, [194, 186, 279, 282, 217, 117, 425, 447]
    )
  #else
    private static let machine: (architecture: UInt32, calls: [UInt32])? = nil
  #endif

  /// The filter; nil for a machine whose numbers we do not know.
  static var filter: Data? {
    guard let machine else { return nil }
    let (load, equal, atLeast, answer): (UInt16, UInt16, UInt16, UInt16) = (0x20, 0x15, 0x35, 0x06)
    let (allow, refuse, kill): (UInt32, UInt32, UInt32) = (0x7FFF_0000, 0x0005_0001, 0x8000_0000)
    var program = Data()
    func add(_ code: UInt16, _ value: UInt32, then: UInt8 = 0, else other: UInt8 = 0) {
      withUnsafeBytes(of: code) { program += $0 }
      program += [then, other]
      withUnsafeBytes(of: value) { program += $0 }
    }
    add(load, 4)
    add(equal, machine.architecture, then: 1)
    add(answer, kill)
    add(load, 0)
    // Calls of x32 have numbers from here on: the same calls by another name.
    let count = UInt8(machine.calls.count)
    add(atLeast, 0x4000_0000, then: count + 1)
    for (number, call) in machine.calls.enumerated() {
      add(equal, call, then: count - UInt8(number))
    }
    add(answer, allow)
    add(answer, refuse)
    return program
  }
}
