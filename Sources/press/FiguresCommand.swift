import ArgumentParser
import Foundation
import Lessons

/// `press figures`: every figure of the book in every size, on light and on dark paper, with a gallery.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Draw the figures for lectures, all of them or one.")

  @OptionGroup var place: ShelfOptions

  @Argument(help: "The figure's number, as in 2.3; all figures when it is left out.")
  var number: String?

  @Flag(help: "Only print the numbers of the chapters that have to be run first.")
  var missing = false

  func run() throws {
    let shelf = try place.shelf()
    if missing {
      for volume in try volumes(of: shelf) where shelf.lacksFigures(volume) { print(volume.number) }
      return
    }
    var figures: [LectureFigure] = []
    for volume in try volumes(of: shelf) { figures += try shelf.figures(of: volume) }
    let asked = try chosen(of: figures)
    let folder = shelf.lectures
    let words = asked.map { $0.output.title + $0.output.alt }.joined()
    if let warning = Typeface().missing(for: words) {
      FileHandle.standardError.write(Data("\(warning)\n".utf8))
    }
    let drawn = try draw(asked, into: folder)
    if number == nil { try clean(folder, shelf) }
    let page = folder.folder.appending(path: "index.html")
    try Data(try gallery(of: shelf, in: folder).html.utf8).write(to: page, options: .atomic)
    let kept = asked.count - drawn.count
    print("\(drawn.count) drawn, \(kept) as they were: \(shelf.shownOutput)/figures/index.html")
  }

  /// The chapters that are asked about.
  /// - Throws: ``SourceError`` that lists the chapters, ``ValidationError`` when `number` is none.
  private func volumes(of shelf: Shelf) throws -> [Shelf.Volume] {
    guard let number else { return shelf.volumes }
    guard let match = number.wholeMatch(of: /(\d+)\.\d+/), let chapter = Int(match.1) else {
      throw ValidationError("a figure's number is that of its chapter and its own, as in 2.3")
    }
    return [try shelf.volume(chapter)]
  }

  private func chosen(of figures: [LectureFigure]) throws -> [LectureFigure] {
    guard let number else { return figures }
    let chosen = figures.filter { $0.output.number == number }
    guard chosen.isEmpty else { return chosen }
    let all = figures.map { "  \($0.output.number)  \($0.output.title)" }
    throw ValidationError("there is no figure \(number); there are\n" + all.joined(separator: "\n"))
  }

  /// Draws what is not of today, on all cores. Returns the figures that were drawn.
  private func draw(_ figures: [LectureFigure], into folder: LectureFolder) throws
    -> [LectureFigure]
  {
    var line = ProgressLine("\(figures.count) figures", isTerminal: isatty(STDOUT_FILENO) == 1)
    let begin = Date.now
    func show(_ text: String?) {
      if let text { FileHandle.standardOutput.write(Data(text.utf8)) }
    }
    let threads = ProcessInfo.processInfo.environment["THREADS"].flatMap(Int.init)
    // One that fails does not keep the others from being drawn.
    let work = SideBySide(figures) { figure, _ in Result { try folder.draw(figure) } }
    let cores = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    let outcomes = try work.run(threads: cores) { done in
      show(line.text(done: done, seconds: Date.now.timeIntervalSince(begin), width: 80))
    }
    show(line.ending(seconds: Date.now.timeIntervalSince(begin)))
    let failures = zip(figures, outcomes).compactMap { figure, outcome -> String? in
      guard case .failure(let error) = outcome else { return nil }
      return "\(figure.output.number): \(error)"
    }
    guard failures.isEmpty else {
      throw ValidationError(failures.joined(separator: "\n"))
    }
    return zip(figures, outcomes).filter { (try? $0.1.get()) == true }.map(\.0)
  }

  private func clean(_ folder: LectureFolder, _ shelf: Shelf) throws {
    for volume in shelf.volumes {
      guard let record = try shelf.record(volume), record.complete else { continue }
      try folder.removeAll(
        of: shelf.folder(volume).lastPathComponent, but: try shelf.figures(of: volume))
    }
  }

  private func gallery(of shelf: Shelf, in folder: LectureFolder) throws -> Gallery {
    var chapters: [Gallery.Chapter] = []
    for volume in shelf.volumes {
      guard let record = try shelf.record(volume) else { continue }
      let items = try shelf.figures(of: volume).compactMap { figure -> Gallery.Item? in
        let files = folder.files(of: figure)
        return files.isEmpty
          ? nil : Gallery.Item(figure, place: folder.place(of: figure), files: files)
      }
      chapters.append(Gallery.Chapter(record, items))
    }
    return Gallery(chapters)
  }
}
