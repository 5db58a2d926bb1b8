import Foundation

extension Translation {
  /// A figure of a run in the other language, shown by pictures in a folder of that language beside the English
  /// ones, `zh/forgetting.svg`: by those that are there if they are of today, else they are drawn. Where they cannot
  /// be, for want of gnuplot or of a font, the English ones of today show it, and `warn` is told what to install.
  ///
  /// - Parameter folder: where the run has left the figure as a value, and how it moves if it does; a figure that
  ///   it has not left there keeps its pictures.
  /// - Throws: ``FigureError`` as ``Gnuplot/render(_:named:in:format:)`` does, and what `warn` throws.
  package func pictured(
    _ output: FigureOutput, in folder: URL, typeface: Typeface = Typeface(),
    warn: (String) throws -> Void
  ) throws -> FigureOutput {
    guard let (still, motion) = output.values(in: folder) else { return words(of: output) }
    do throws(FigureError) {
      let pictures = try Pictures(
        figure(still), motion.map(animation), named: output.name,
        format: .page.lettered(in: language))
      let own = folder.appending(path: language.rawValue)
      if pictures.found(in: own) == nil { try typeface.check(language, for: output.name) }
      let files = try pictures.made(in: own).files
      return output.rewritten(text, files: files.map { "\(language.rawValue)/\($0)" })
    } catch {
      guard error.problem.isForWantOfTools else { throw error }
      try warn("The words in figures stay English: \(error.explanation)")
      // What is missing has been said.
      return words(of: try output.pictured(in: folder) { _ in })
    }
  }
}

extension Typeface {
  /// - Throws: ``FigureError`` that names the package when no installed font has the language's characters. For
  ///   a font it does not have, fontconfig names another, and gnuplot draws boxes without a word.
  package func check(_ language: Language, for figure: String) throws(FigureError) {
    guard language != .english, !has(language.font) else { return }
    throw FigureError(figure: figure, problem: .fontMissing(language.font))
  }
}
