import CKernels

/// A block of numbers, aligned to a cache line, shared by the tensors that look into it.
///
/// Copy-on-write rests on it: a tensor writes only into storage that it alone refers to, so storage
/// that two tensors (or two threads) can see never changes. That makes a tensor safe to send, which
/// the compiler cannot see.
///
/// The numbers lie in the object itself, so that a tensor takes one allocation. There is no pool of
/// blocks: the C library's allocator is as good once it keeps what is freed. It is told so with the first
/// tensor, for the whole process: of what a program frees, glibc then gives back less to the system.
final class Storage: ManagedBuffer<UnsafeMutablePointer<Real>, Real> {
  private static let allocatorIsSet: Void = ck_keep_freed_memory()
  /// How many numbers a cache line holds.
  private static let line = 64 / MemoryLayout<Real>.stride

  /// `count` numbers, not yet written.
  static func uninitialized(count: Int) -> Storage {
    allocatorIsSet
    let block = create(minimumCapacity: count + line) { block in
      block.withUnsafeMutablePointerToElements { first in
        // The allocator aligns to 16 bytes: room for a line more, and the start moved to a line's.
        UnsafeMutableRawPointer(first).alignedUp(toMultipleOf: 64)
          .bindMemory(to: Real.self, capacity: count)
      }
    }
    return unsafeDowncast(block, to: Storage.self)
  }

  /// The first of its numbers.
  var start: UnsafeMutablePointer<Real> { header }
}
