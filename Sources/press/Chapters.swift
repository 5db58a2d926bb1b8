import ArgumentParser
import Lessons

/// `press chapters`: what there is to make pages of.
struct Chapters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the chapters and the records of their runs.")

  @OptionGroup var place: ShelfOptions

  func run() throws {
    let shelf = try place.shelf()
    for volume in shelf.volumes {
      let chapter = try shelf.literate(volume)
      let record = try shelf.record(volume)
      let state =
        record.map {
          "\($0.profile.rawValue) profile, \($0.complete ? "complete" : "not finished")"
        }
        ?? "not run yet"
      print("\(volume.number)  \(chapter.title) (\(state))")
    }
  }
}
