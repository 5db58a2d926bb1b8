import ArgumentParser
import Foundation
import Lessons

/// `press figures`: every figure of the book in every size, on light and on dark paper, with a gallery.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Draw the figures for lectures, all of them or one.")

  @OptionGroup var options: EditionOptions

  @Argument(help: "The figure's number, as in 2.3; all figures when it is left out.")
  var number: String?

  @Flag(help: "Only print the numbers of the chapters that have to be run first.")
  var missing = false

  func run() throws {
    let shelf = try options.place.shelf()
    let settings = try Settings.ofEnvironment
    if missing {
      for volume in try volumes(of: shelf)
      where try shelf.lacksFigures(volume, asked: settings) {
        StandardStream.output.line("\(volume.number)")
      }
      return
    }
    var figures: [LectureFigure] = []
    for volume in try volumes(of: shelf) { figures += try self.figures(of: volume, on: shelf) }
    let asked = try chosen(of: figures)
    let language = try lettered(asked)
    let folder = try shelf.lectures(in: language)
    let drawn = try draw(asked, into: folder, threads: settings.threads)
    if number == nil { try clean(folder, shelf) }
    let page = folder.folder.appending(path: Page.name)
    let gallery = try gallery(of: shelf, in: folder, language, threads: settings.threads)
    try Data(gallery.html.utf8).write(to: page, options: .atomic)
    let shown = shelf.shownLectures(in: language)
    StandardStream.output.line(
      "\(drawn.count) drawn, \(asked.count - drawn.count) as they were: \(shown)/\(Page.name)")
  }

  /// The language of the words in the pictures: the chosen one unless no font has its characters. Says what is
  /// missing.
  private func lettered(_ figures: [LectureFigure]) throws -> Language {
    let language = try options.chosenLanguage()
    do throws(FigureError) {
      try Typeface().check(language, for: "all")
    } catch {
      ShelfOptions.warn("The words in figures stay English: \(error.explanation)")
      return .english
    }
    let words = figures.map { $0.output.title + $0.output.alt }.joined()
    if let warning = Typeface().missing(for: words) { ShelfOptions.warn(warning) }
    return language
  }

  /// The chapters that are asked about.
  /// - Throws: ``SourceError`` that lists the chapters, ``Refusal`` when `number` is none.
  private func volumes(of shelf: Shelf) throws -> [Shelf.Volume] {
    guard let number else { return shelf.volumes }
    guard let match = number.wholeMatch(of: /(\d+)\.\d+/), let chapter = Int(match.1) else {
      throw Refusal("a figure's number is that of its chapter and its own, as in 2.3")
    }
    return [try shelf.volume(chapter)]
  }

  /// The figures of a chapter. Among all chapters, one whose record cannot be read keeps no other's figures from
  /// being drawn.
  private func figures(of volume: Shelf.Volume, on shelf: Shelf) throws -> [LectureFigure] {
    do {
      return try shelf.figures(of: volume)
    } catch {
      if number != nil { throw error }
      ShelfOptions.warn("\(error)")
      return []
    }
  }

  private func chosen(of figures: [LectureFigure]) throws -> [LectureFigure] {
    guard let number else { return figures }
    let chosen = figures.filter { $0.output.number == number }
    guard chosen.isEmpty else { return chosen }
    if figures.isEmpty {
      let chapter = number.prefix { $0 != "." }
      throw Refusal(
        "chapter \(chapter) has no figures: it has not been run.\nmake chapter-\(chapter) runs it.")
    }
    let all = figures.map { "  \($0.output.number)  \($0.output.title)" }
    throw Refusal("there is no figure \(number); there are\n" + all.joined(separator: "\n"))
  }

  /// Draws what is not of today, `threads` at a time. Returns the figures that were drawn.
  /// - Throws: ``Refusal`` that names every figure which could not be drawn, once the others are.
  private func draw(_ figures: [LectureFigure], into folder: LectureFolder, threads: Int) throws
    -> [LectureFigure]
  {
    var line = ProgressLine(
      "\(figures.count) figures", isTerminal: StandardStream.output.takesEscapes)
    let begin = Date.now
    func show(_ text: String?) {
      if let text { StandardStream.output.write(text) }
    }
    let work = SideBySide(figures) { figure, _ in Result { try folder.draw(figure) } }
    let outcomes = try work.run(threads: threads) { done in
      show(line.text(done: done, seconds: Date.now.timeIntervalSince(begin), width: 80))
    }
    show(line.ending(seconds: Date.now.timeIntervalSince(begin)))
    let failures = zip(figures, outcomes).compactMap { figure, outcome -> String? in
      guard case .failure(let error) = outcome else { return nil }
      // What is missing to draw is missing for all.
      if let error = error as? FigureError, error.problem.isForWantOfTools {
        return error.explanation
      }
      return "\(figure.output.number): \(error)"
    }
    guard failures.isEmpty else { throw Refusal(Self.once(failures).joined(separator: "\n")) }
    return zip(figures, outcomes).filter { (try? $0.1.get()) == true }.map(\.0)
  }

  private static func once(_ lines: [String]) -> [String] {
    var said: Set<String> = []
    return lines.filter { said.insert($0).inserted }
  }

  private func clean(_ folder: LectureFolder, _ shelf: Shelf) throws {
    for volume in shelf.volumes {
      guard let record = try? shelf.record(volume), record.complete else { continue }
      try folder.removeAll(
        of: shelf.folder(volume).lastPathComponent, but: try shelf.figures(of: volume))
    }
  }

  /// The gallery of the figures whose pictures are of today, also of those that were not asked for.
  private func gallery(
    of shelf: Shelf, in folder: LectureFolder, _ language: Language, threads: Int
  ) throws -> Gallery {
    var chapters: [Gallery.Chapter] = []
    for volume in shelf.volumes {
      guard let record = try? shelf.record(volume) else { continue }
      let translation = try shelf.translation(volume, into: language)
      let figures = try shelf.figures(of: volume)
      let found = try SideBySide(figures) { figure, _ in folder.files(of: figure) }
        .run(threads: threads) { _ in }
      let items = zip(figures, found).compactMap { figure, files in
        files.isEmpty
          ? nil
          : Gallery.Item(
            figure, as: translation?.words(of: figure.output) ?? figure.output,
            place: folder.place(of: figure), files: files)
      }
      chapters.append(
        Gallery.Chapter(record, title: try shelf.title(of: volume, in: language), items))
    }
    return Gallery(chapters, words: Wording(language))
  }
}
