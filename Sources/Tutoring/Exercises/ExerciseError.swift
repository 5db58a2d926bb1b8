/// Something is wrong with an exercise's own files, or with what a command was asked for.
package struct ExerciseError: Error, Equatable, CustomStringConvertible {
  /// What, and where.
  package let description: String

  /// An error with this message.
  package init(_ description: String) { self.description = description }
}
