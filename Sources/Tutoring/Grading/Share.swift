/// What a program in the sandbox may take, in seconds and bytes.
struct Share {
  let seconds: Int
  /// Of memory, each process.
  let each: Int
  /// Of memory, all processes.
  let together: Int
  /// Processes and threads.
  let processes: Int
  /// The longest file.
  let file: Int

  /// The share of what is enclosed.
  init(_ kind: EnclosedKind) {
    switch kind {
    case .compiler:
      (seconds, each, together, processes, file) = (60, 8 << 30, 2 << 30, 64, 64 << 20)
    case .program: (seconds, each, together, processes, file) = (10, 1 << 30, 1 << 30, 12, 1 << 20)
    }
  }
}
