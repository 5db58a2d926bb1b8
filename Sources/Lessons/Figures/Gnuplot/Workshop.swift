import CGnuplot
import Foundation

/// The hidden folder in which a figure is made, beside the place where it will stand, so that
/// putting it there is a rename and never a copy.
package struct Workshop {
  let figure: String
  package let folder: URL
  private let target: URL

  /// Makes the hidden folder, and the target folder where it is missing.
  package init(figure: String, in target: URL) throws(FigureError) {
    self.figure = figure
    self.target = target
    // The process in the name keeps two runs apart.
    folder = target.appendingPathComponent(
      ".\(figure)-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))")
    if let reason = Self.make(folder.path) {
      throw FigureError(figure: figure, problem: .folder(path: target.path, reason: reason))
    }
  }

  /// Removes the folder and what is left in it.
  package func remove() {
    // When even this fails there is nobody left to tell: the error that matters is already thrown.
    try? FileManager.default.removeItem(at: folder)
  }

  package func write(_ text: String, to file: String) throws(FigureError) {
    try write(Data(text.utf8), to: file)
  }

  func write(_ bytes: Data, to file: String) throws(FigureError) {
    let path = folder.appendingPathComponent(file).path
    let code = bytes.withUnsafeBytes { raw in
      cgnuplot_write_file(path, raw.bindMemory(to: CChar.self).baseAddress, raw.count)
    }
    guard code == 0 else {
      throw FigureError(
        figure: figure, problem: .folder(path: target.path, reason: String(cString: strerror(code)))
      )
    }
  }

  /// Fails when the disk has no room for another file.
  func checkRoom() throws(FigureError) {
    try write(Data(count: 65536), to: "room")
  }

  func read(_ file: String) throws(FigureError) -> Data {
    do {
      return try Data(contentsOf: folder.appendingPathComponent(file))
    } catch {
      throw FigureError(
        figure: figure, problem: .incomplete(file: file, reason: "gnuplot did not write it"))
    }
  }

  /// Refuses the file when `problem` finds one.
  func accept(_ file: String, _ problem: (Data) -> String?) throws(FigureError) {
    if let reason = problem(try read(file)) {
      throw FigureError(figure: figure, problem: .incomplete(file: file, reason: reason))
    }
  }

  func rewrite(_ file: String, _ change: (String) -> String) throws(FigureError) {
    try write(change(String(decoding: try read(file), as: UTF8.self)), to: file)
  }

  /// Renames the files into the target folder, which replaces earlier ones, and last their mark. The earlier mark
  /// goes first: a run that is stopped in between leaves pictures of no day, and they are drawn again.
  func publish(_ files: [String], as mark: Imprint?) throws(FigureError) {
    let place = Imprint.file(figure, in: target)
    unlink(place.path)
    if let mark { try write(mark.text, to: place.lastPathComponent) }
    for file in files + (mark == nil ? [] : [place.lastPathComponent]) {
      let from = folder.appendingPathComponent(file).path
      let to = target.appendingPathComponent(file).path
      guard rename(from, to) == 0 else {
        throw FigureError(
          figure: figure,
          problem: .folder(path: to, reason: String(cString: strerror(errno))))
      }
    }
  }

  /// Makes a folder and those above it; returns why not, which Foundation does not always know.
  private static func make(_ path: String) -> String? {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return nil }
    let parent = (path as NSString).deletingLastPathComponent
    guard errno == ENOENT, !parent.isEmpty, parent != path else {
      return String(cString: strerror(errno))
    }
    return make(parent) ?? (mkdir(path, 0o777) == 0 ? nil : String(cString: strerror(errno)))
  }
}
