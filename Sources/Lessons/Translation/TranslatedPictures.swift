import Foundation

extension Translation {
  /// Draws a figure of a run once more, with its words in the other language, into a folder of that language
  /// beside the English one, `zh/forgetting.svg`, and returns the translated output with the new files.
  ///
  /// - Parameter figure: the figure as it was drawn.
  /// - Throws: ``FigureError`` as ``Gnuplot/render(_:named:in:format:)`` does, and when the font is missing.
  public func draw(
    _ figure: Figure, for output: FigureOutput, in folder: URL, format: Format = .page
  ) throws(FigureError) -> FigureOutput {
    try Font.check(language, for: output.name)
    let own = folder.appending(path: language.rawValue)
    do {
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    } catch {
      throw FigureError(
        figure: output.name,
        problem: .folder(path: own.path, reason: error.localizedDescription))
    }
    let drawn = try Gnuplot.render(
      self.figure(figure), named: output.name, in: own, format: format.lettered(in: language))
    return FigureOutput(
      number: output.number, name: output.name, title: text(output.title),
      caption: text(output.caption), alt: text(output.alt),
      files: drawn.files.map { "\(language.rawValue)/\($0)" })
  }
}

/// Whether a picture can be lettered.
package enum Font {
  /// - Throws: ``FigureError`` that names the package when no installed font has the language's characters. For
  ///   a font it does not have, fontconfig names another, and gnuplot draws boxes without a word.
  package static func check(_ language: Language, for figure: String) throws(FigureError) {
    guard language != .english, !isInstalled(language.font) else { return }
    throw FigureError(
      figure: figure,
      problem: .invalid(
        """
        the font "\(language.font)" is not installed; install it with
          apt-get install fonts-noto-cjk            (Debian, Ubuntu)
          brew install font-noto-sans-cjk-sc        (macOS)
        """))
  }

  /// Whether fontconfig has this family; true where there is no fontconfig to ask.
  package static func isInstalled(_ family: String) -> Bool {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["fc-match", "--format=%{family}", family]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return true }
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus != 0
      || String(decoding: answer, as: UTF8.self).contains(family)
  }
}
