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
    try Typeface().check(language, for: output.name)
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
    return output.rewritten(text, files: drawn.files.map { "\(language.rawValue)/\($0)" })
  }
}

extension Typeface {
  /// - Throws: ``FigureError`` that names the package when no installed font has the language's characters. For
  ///   a font it does not have, fontconfig names another, and gnuplot draws boxes without a word.
  package func check(_ language: Language, for figure: String) throws(FigureError) {
    guard language != .english, !has(language.font) else { return }
    throw FigureError(
      figure: figure,
      problem: .invalid(
        """
        the font "\(language.font)" is not installed; install it with
          apt-get install fonts-noto-cjk            (Debian, Ubuntu)
          brew install font-noto-sans-cjk-sc        (macOS)
        """))
  }
}
