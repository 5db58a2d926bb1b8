import ArgumentParser
import Foundation
import Lessons

/// `press lint`: what translations and the appendix lack.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Name what is missing, stale or wrong in translations and in the appendix.",
    discussion: "With records, also each output that no entry of a translation covers.")

  @OptionGroup var place: ShelfOptions

  func run() throws {
    let shelf = try place.shelf()
    var notes: [String] = []
    var complaints = try AppendixCheck(shelf).complaints()
    for language in Language.allCases {
      for volume in shelf.volumes {
        guard let translation = try shelf.translation(volume, into: language),
          translation.coversChapter
        else { continue }
        let check = TranslationCheck(translation)
        complaints += check.complaints(about: try shelf.literate(volume))
        // What the book's own list has wrong is told once.
        complaints += check.repetitions.filter { !complaints.contains($0) }
        // A record of other code speaks of what is no longer put out.
        let objections = try shelf.agreement(volume).objections
        if objections.isEmpty, let record = try shelf.record(volume) {
          complaints += check.complaints(about: record, in: shelf.folder(volume))
        } else {
          notes.append(
            "the outputs of chapter \(volume.number) are not looked at: "
              + objections.joined(separator: "; "))
        }
      }
    }
    for note in notes { StandardStream.output.line("lint: \(note)") }
    for complaint in complaints { StandardStream.output.line("\(complaint)") }
    if !complaints.isEmpty { throw ExitCode(1) }
  }
}
