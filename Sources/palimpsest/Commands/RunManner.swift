import ArgumentParser
import Foundation

/// How runs are made and told: nothing here changes a result.
struct RunManner: ParsableArguments {
  @Option(
    help:
      "How many runs go side by side; a run that is alone takes all. Results do not depend on it."
  )
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Tell nothing but errors; the results are in the files alone.")
  var quiet = false

  @Flag(help: "Tell progress as a JSON object a line, on standard output.")
  var json = false

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads \(threads): at least 1 is needed.") }
    if quiet && json { throw ValidationError("--quiet and --json contradict each other.") }
  }

  var voice: RunReport.Voice { quiet ? .quiet : json ? .json : .lines }
}

/// How often a run that is under way is saved.
struct Saving: ParsableArguments {
  @Option(help: "Save a run that is under way every so many seconds; 0 is after every step.")
  var saveEvery = 15.0

  @Flag(help: "Train again the seeds that diverged earlier; without it that stays their result.")
  var retryDiverged = false

  func validate() throws {
    guard saveEvery >= 0 else {
      throw ValidationError("--save-every \(saveEvery): a time is 0 or more.")
    }
  }
}
