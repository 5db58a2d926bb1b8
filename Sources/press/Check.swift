import ArgumentParser
import Lessons

/// `press check 3`: does the record of a chapter's last run belong to today's source?
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a chapter has to be run before its page is made; exit code 3 when it has to."
  )

  @OptionGroup var place: ShelfOptions
  @Argument(help: "The chapter's number.") var chapter: Int

  func run() throws {
    let shelf = try place.shelf()
    let volume = try shelf.volume(chapter)
    let asked = try Settings.ofEnvironment
    let objections: [String]
    do {
      objections = try shelf.agreement(
        volume, profile: asked.profile, seeds: asked.seeds, data: asked.data
      ).objections
    } catch {
      // A source that is wrong is told by the run.
      objections = [error.description]
    }
    guard !objections.isEmpty else { return }
    for objection in objections {
      StandardStream.output.line("Chapter \(volume.number): \(objection).")
    }
    // Not 1, which says that the question itself was wrong.
    throw ExitCode(3)
  }
}
