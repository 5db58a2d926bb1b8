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
      StandardStream.output.line(
        "\(volume.number)  \(chapter.title) (\(state(of: volume, on: shelf)))")
    }
  }

  private func state(of volume: Shelf.Volume, on shelf: Shelf) -> String {
    do {
      guard let record = try shelf.record(volume) else { return "not run yet" }
      return "\(record.profile.rawValue) profile, \(record.complete ? "complete" : "not finished")"
    } catch {
      return "its record cannot be read"
    }
  }
}
