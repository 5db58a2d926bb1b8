import Foundation

/// A figure of a chapter's record, on its way into the folder for lectures.
package struct LectureFigure: Sendable {
  /// The figure as it stands in the chapter.
  package let output: FigureOutput
  /// Where its value lies: the folder of the record.
  let origin: URL

  /// The figure `output` of the record in the folder `origin`.
  package init(_ output: FigureOutput, in origin: URL) {
    self.output = output
    self.origin = origin
  }

  /// The file stem: number and name, as in "2-3-wells". It tells what the picture is wherever it is copied to.
  package var stem: String { output.number.replacing(".", with: "-") + "-" + output.name }

  /// The bytes of the figure as a value, and of its frames if it moves.
  /// - Throws: ``SourceError`` when the run that left the record did not leave the value.
  func values() throws(SourceError) -> (still: Data, frames: Data?) {
    func read(_ name: String) throws(SourceError) -> Data {
      guard let data = try? Data(contentsOf: origin.appending(path: name)) else {
        throw SourceError(
          file: "\(origin.lastPathComponent)/\(name)", line: nil,
          problem: "is missing; make \(origin.lastPathComponent) draws the figures again")
      }
      return data
    }
    let still = try read("\(output.name).json")
    let frames =
      output.files.contains("\(output.name).frames.json")
      ? try read("\(output.name).frames.json") : nil
    return (still, frames)
  }
}

extension Shelf {
  /// The figures of a chapter's last run; empty when it has not been run.
  /// - Throws: ``SourceError`` when the record cannot be read.
  package func figures(of volume: Volume) throws(SourceError) -> [LectureFigure] {
    let folder = folder(volume)
    return (try record(volume)?.figures ?? []).map { LectureFigure($0, in: folder) }
  }

  /// Whether the chapter has to be run before its figures can be drawn: as before its page is made, and when the
  /// run has not left its figures as values.
  /// - Throws: ``SourceError``.
  package func lacksFigures(_ volume: Volume, asked: Settings = Settings()) throws(SourceError)
    -> Bool
  {
    let agreement = try agreement(
      volume, profile: asked.profile, seeds: asked.seeds, data: asked.data)
    if !agreement.objections.isEmpty { return true }
    return try figures(of: volume).contains { (try? $0.values()) == nil }
  }

  /// The folder for lectures in a language: `figures`, or `figures/zh`.
  /// - Throws: ``SourceError`` for a translation that cannot be read.
  package func lectures(in language: Language) throws(SourceError) -> LectureFolder {
    var translations: [String: Translation] = [:]
    for volume in volumes {
      translations[folder(volume).lastPathComponent] = try translation(volume, into: language)
    }
    return LectureFolder(
      output.appending(path: language.lectures), translations: translations)
  }

  /// The same for messages.
  package func shownLectures(in language: Language) -> String {
    "\(shownOutput)/\(language.lectures)"
  }
}

extension Language {
  /// The folder of the figures for lectures in this language, below the output.
  package var lectures: String { self == .english ? "figures" : "figures/\(rawValue)" }
}
