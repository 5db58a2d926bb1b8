#if !canImport(Darwin)
  import Foundation

  /// The files that are open here, and are not to be open in a child.
  enum OpenFiles {
    /// Closes every descriptor from `first` on in the child, whatever its number.
    ///
    /// The C library does it with one call to the kernel since glibc 2.34; the function is looked up by name,
    /// so that older libraries serve too. Without it the descriptors that are open now are closed one by one: one
    /// that another thread opens before the child starts is missed unless it closes itself.
    static func close(from first: Int32, _ actions: inout posix_spawn_file_actions_t) {
      typealias CloseFrom =
        @convention(c) (
          UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32
        ) -> Int32
      if let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np"),
        unsafeBitCast(symbol, to: CloseFrom.self)(&actions, first) == 0
      {
        return
      }
      for end in numbers where end >= first {
        posix_spawn_file_actions_addclose(&actions, end)
      }
    }

    /// The descriptors that are open, as the kernel lists them; where it lists none, all that there may be.
    static var numbers: [Int32] {
      let listed = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      return listed?.compactMap { Int32($0) } ?? Array(0..<Int32(sysconf(Int32(_SC_OPEN_MAX))))
    }
  }
#endif
