import CKernels

/// Calls `body` with subnormal numbers read and written as zero on this thread, and leaves the thread as it was.
///
/// All arithmetic on tensors runs in it, for subnormal numbers take many times as long as others, and so that results
/// have the same bits wherever they are worked out. What calls this library keeps its own arithmetic. Within
/// another call it costs a look at a register, else two writes to it: some nanoseconds.
@inline(__always)
package func flushing<T>(_ body: () throws -> T) rethrows -> T {
  let before = ck_flush_subnormals()
  defer { ck_restore_subnormals(before) }
  return try body()
}
