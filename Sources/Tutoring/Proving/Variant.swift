/// One version of an exercise's code: the skeleton, the solution, or a wrong answer with a name.
package struct Variant: Sendable {
  /// Which version.
  package enum Kind: Hashable, Sendable {
    case skeleton, solution
    case slip(String)
  }
  /// Whose code it is.
  package let exercise: BookExercise
  /// Which version.
  package let kind: Kind

  /// All versions of an exercise.
  package static func all(of exercise: BookExercise) -> [Variant] {
    let slips = exercise.folder.wrongAnswers.all.map { Kind.slip($0.name) }
    return ([.skeleton, .solution] + slips).map { Variant(exercise: exercise, kind: $0) }
  }

  /// The learner's file in this version.
  package var text: String {
    let solution = exercise.folder.solution
    switch kind {
    case .skeleton: return solution.skeleton
    case .solution: return solution.solved
    case .slip(let name):
      return solution.text(
        with: exercise.folder.wrongAnswers.all.first { $0.name == name }?.code ?? [])
    }
  }

  /// The file and the exercise's probe as one function `name`, so that all versions of all exercises are one
  /// program: what a file declares is local to the function. Errors name the function as their file.
  func function(_ name: String) -> String {
    let lines = (text + "\n" + exercise.folder.probe).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return """
      #sourceLocation(file: "\(name).swift", line: 1)
      func \(name)(_ call: Call) throws -> Value {
      \(lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n"))
      return try answer(call)
      }
      #sourceLocation()

      """
  }

  /// The modules that the file imports.
  var imports: [String] {
    text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("import ") }.map(String.init)
  }
}
