import Foundation

/// Where a submission is built and run: at home as it is, for a teacher in a sandbox.
package protocol Enclosure: Sendable {
  /// The command that runs `command` with no more than its `folder` to write to.
  func enclosed(_ command: [String], folder: URL, kind: EnclosedKind) -> [String]
}

/// What is enclosed: a compiler may take more than what it makes.
package enum EnclosedKind: Sendable { case compiler, program }

/// No enclosure: the learner's own code on the learner's own machine.
package struct NoEnclosure: Enclosure {
  package init() {}
  package func enclosed(_ command: [String], folder: URL, kind: EnclosedKind) -> [String] {
    command
  }
}
