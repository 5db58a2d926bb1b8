import Foundation

/// Where a submission is built and run: at home as it is, for a teacher in a sandbox.
package protocol Enclosure: Sendable {
  /// Runs `child` with no more than its `folder` to write to, and to its end.
  /// - Throws: ``ExerciseError`` when it cannot start.
  func run(_ child: Child, folder: URL, kind: EnclosedKind) throws(ExerciseError) -> Child.Outcome
}

/// What is enclosed: a compiler may take more than what it makes.
package enum EnclosedKind: Sendable { case compiler, program }

/// No enclosure: the learner's own code on the learner's own machine.
package struct NoEnclosure: Enclosure {
  package init() {}
  package func run(_ child: Child, folder: URL, kind: EnclosedKind) throws(ExerciseError)
    -> Child.Outcome
  {
    try child.run()
  }
}
