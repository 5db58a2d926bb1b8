import Foundation

/// The lines at the head of a page that say what run its numbers come from.
struct RunFacts {
  private let edition: Edition
  private let words: Wording
  private let record: Record

  init(_ edition: Edition) {
    self.edition = edition
    words = edition.words
    record = edition.record
  }

  /// How many of the text's claims the run contradicts.
  var failedClaims: Int { record.claims.count { $0.verdict == .fails } }

  var html: String {
    let seeds = record.seeds.isEmpty ? nil : words.seeds(record.seeds.count)
    let run = [
      Wording.fill(words.readingTime, edition.readingMinutes),
      Wording.fill(words.runTime, ProgressLine.duration(record.timings.total)),
      Wording.fill(words.profile, record.profile.rawValue), seeds,
    ].compactMap(\.self)
    let versions = [
      "Swift \(record.versions.swift)", record.versions.gnuplot,
    ]
    .compactMap(\.self).joined(separator: ", ")
    let day = String(record.timings.started.prefix(10))
    let made = "\(Wording.fill(words.madeWith, day)) \(versions), \(record.versions.system)"
    let links = [
      (edition.language.file(DeckPage.name), words.slides),
      (edition.language.file(Notebook.name(edition.chapter)), words.notebook),
      ("cells.json", words.record),
    ].filter { name, _ in
      FileManager.default.fileExists(atPath: edition.folder.appending(path: name).path)
    }.map { XHTML.element("a", ["href": $0.0], XHTML.escaped($0.1)) }
    return (run.map(XHTML.escaped) + links).joined(separator: " · ")
      + XHTML.empty("br") + XHTML.escaped(made) + " · "
      + XHTML.element("code", [:], XHTML.escaped("make chapter-\(edition.chapter)"))
  }
}
