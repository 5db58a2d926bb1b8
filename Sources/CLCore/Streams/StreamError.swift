/// Why a stream cannot be made from the data at hand.
public enum StreamError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A stream needs at least one task.
  case noTasks(Int)
  /// The classes cannot be dealt out evenly.
  case notDivisible(classes: Int, tasks: Int)
  /// What was given is not an order of all classes.
  case wrongOrder([Int], classes: Int)
  /// A task, counted from 0, would have one class: whatever is answered is right.
  case nothingToTell(task: Int, classes: Int)
  /// A task of few-shot classification would have fewer classes than it needs.
  case tooFewClasses(found: Int, needed: Int)
  /// A task, counted from 0, would have fewer samples than were asked for; `part` is `"train"` or `"test"`.
  case tooFewSamples(task: Int, part: String, found: Int, needed: Int)
  /// Rotations need one angle a task.
  case wrongAngles(found: Int, tasks: Int)
  /// Without boundaries there is no task to tell.
  case boundariesNeeded
  /// Tasks that transform or label their images differently cannot be blended.
  case tasksDiffer

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noTasks(let tasks):
      "A stream of \(tasks) tasks was asked for; ask for at least one."
    case .notDivisible(let classes, let tasks):
      "\(classes) classes cannot be split evenly into \(tasks) tasks. "
        + "Choose a number of tasks that divides \(classes)."
    case .wrongOrder(let order, let classes):
      "\(order) is not an order of \(classes) classes. Name each of 0...\(classes - 1) once."
    case .nothingToTell(let task, let classes):
      "Task \(task + 1) would have one class, and with its identity or shared outputs nothing to tell apart: every "
        + "answer is right. Make at most \(classes / 2) tasks of \(classes) classes, or use the scenario class."
    case .tooFewClasses(let found, let needed):
      "There are \(found) classes to draw tasks of \(needed) from. "
        + "Ask for fewer ways, or load data with more classes."
    case .tooFewSamples(let task, let part, let found, let needed):
      "Task \(task + 1) has \(found) \(part) samples, \(needed) were asked for. "
        + "Ask for fewer, or load more data."
    case .wrongAngles(let found, let tasks):
      "\(found) angles were given for \(tasks) tasks. Give one angle a task."
    case .boundariesNeeded:
      "A stream without boundaries has no task to tell. "
        + "Use the domain- or the class-incremental scenario."
    case .tasksDiffer:
      "Tasks that transform or label their images differently cannot be blended. "
        + "Blend the tasks of a split stream."
    }
  }
}
