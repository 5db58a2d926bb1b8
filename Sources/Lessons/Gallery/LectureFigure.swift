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

  /// Whether the chapter has to be run before its figures can be drawn.
  package func lacksFigures(_ volume: Volume) -> Bool {
    guard let record = try? record(volume), record.complete,
      let figures = try? figures(of: volume)
    else { return true }
    return figures.contains { (try? $0.values()) == nil }
  }
}

extension Shelf {
  /// The folder for lectures, whose pictures are of today when figures, formats, gnuplot and the code that draws
  /// are those that made them.
  package var lectures: LectureFolder {
    LectureFolder(
      output.appending(path: "figures"),
      sources: ["Lessons/Figures", "CGnuplot"].map { root.appending(path: "Sources/\($0)") },
      gnuplot: Gnuplot.version())
  }
}
