import CKernels

/// A block of numbers, aligned to a cache line, shared by the tensors that look into it.
///
/// Copy-on-write rests on it: a tensor writes only into storage that it alone refers to, so storage
/// that two tensors (or two threads) can see never changes. That makes it safe to send.
///
/// There is no pool of blocks: the C library's allocator is as good once it keeps what is freed.
final class Storage: @unchecked Sendable {
  private static let allocatorIsSet: Void = ck_keep_freed_memory()

  let start: UnsafeMutablePointer<Real>
  let count: Int

  /// `count` numbers, not yet written.
  init(uninitialized count: Int) {
    Storage.allocatorIsSet
    ck_prepare_thread()
    let bytes = max(count, 1) * MemoryLayout<Real>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    start = raw.bindMemory(to: Real.self, capacity: max(count, 1))
    self.count = count
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
