import Foundation

/// A chapter's source file, split into cells.
///
/// `//: ` lines are prose, the marker of Swift Playgrounds; an ordinary `//` comment stays code. A line
/// `lesson.step("id")` heads a cell: the prose directly above it belongs to that cell, and the line
/// itself is not shown. `lesson.finish()` heads the last one, which has prose only.
///
/// In prose, `//: @code(CLCore/Learning/Run.swift, run)` shows a declaration of the library, and
/// `//: @code(Chapters/…)` one of a chapter. A quote that begins with one of four words is an aside, which
/// goes on for as long as the lines begin with `>`:
///
///     //: > predict: How much of A is left after 30 steps of B?
///     //: > hint: Nothing in the loss of B speaks of A.
///     //: > slide: The loss of B does not speak of A: nothing spares what A needs.
///     //: > quiz: Who is told which task an image comes from?
///     //: > - [x] The task-incremental learner => It chooses among the classes of that task.
///     //: > - [ ] The class-incremental learner => It must name the class among all that it has
///     //: >   met, of whatever task.
///
/// *predict* asks before the output comes; a page keeps the outputs folded until the reader has an answer.
/// *hint* helps with the question before it and shows itself only when it is asked for. *slide* is a sentence
/// for the slide of this cell, and no reader of the page or the terminal sees it. *quiz* has two to six
/// choices, each with its reason after `=>`, and one of them right; it goes best above the next heading, as
/// the last word on a cell's outputs.
///
/// A code line that ends in `// #hide` runs and is not shown; `// #hide` on a line of its own hides what is
/// left of the cell, for instance claims, which would give away the answer to the question before them. A
/// code line that ends in `// #key` is one of those that a page shows when it folds a long cell, and that
/// stand on its slide; the mark itself is not shown.
package struct Literate: Equatable, Sendable {
  /// N of the title line `//: # Chapter N · Title`.
  package let chapter: Int
  package private(set) var title: String
  /// Path relative to the package.
  package let source: String
  package private(set) var cells: [Cell]
  /// The line of the step that heads a cell, by id.
  package let heads: [String: Int]

  /// Splits `source`; `@code` directives are looked up below `Sources/` of the package at
  /// `root`, or in `Chapters/` when they say so.
  /// - Throws: ``SourceError`` with file and line for a missing title, a repeated or malformed step, an
  ///   unknown directive or aside, a malformed quiz, or a declaration that is not there.
  package init(_ source: SourceText, root: URL) throws(SourceError) {
    var splitter = CellSplitter(source: source, root: root)
    for line in SwiftLexer.lines(of: source.text) { try splitter.take(line) }
    try splitter.close()
    (chapter, title) = try Self.title(of: splitter.cells, in: source.name)
    self.source = source.name
    cells = splitter.cells
    heads = splitter.heads
  }

  /// The cell named `id`, if there is one.
  package func cell(_ id: String) -> Cell? { cells.first { $0.id == id } }

  /// The chapter under another title and with other words in its cells.
  func rewritten(title: String, cells: [Cell]) -> Literate {
    var other = self
    other.title = title
    other.cells = cells
    return other
  }

  private static func title(of cells: [Cell], in file: String) throws(SourceError) -> (Int, String)
  {
    let heading = cells.first?.heading ?? ""
    guard let match = heading.wholeMatch(of: /Chapter (\d+) · (.+)/), let number = Int(match.1)
    else {
      throw SourceError(
        file: file, line: nil,
        problem: "must begin with its title, `//: # Chapter 3 · Memory-aware synapses`")
    }
    return (number, String(match.2))
  }
}
