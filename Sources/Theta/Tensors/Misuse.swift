import Foundation

/// Ends the program with `message` when `condition` fails.
///
/// For mistakes in a program, such as adding a [2, 3] to a [3, 2]: `precondition` keeps its message
/// to itself in release builds, and a learner needs to read it. What a *user* can cause (a file, a
/// flag, a setting) is a thrown error instead.
@inline(__always)
package func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { misuse(message()) }
}

/// Writes `message` to standard error and stops.
@inline(never)
package func misuse(_ message: String) -> Never {
  let line = Array("Palimpsest: \(message)\n".utf8)
  // When nobody can be told there is nothing left to try; `FileHandle` would trap here, with a message of its own.
  _ = write(STDERR_FILENO, line, line.count)
  preconditionFailure(message)
}
