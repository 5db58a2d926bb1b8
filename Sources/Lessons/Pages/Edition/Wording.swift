/// The fixed words of pages, notebooks and slides in one language, all of them: nothing that makes a page has
/// words of its own. `%` stands where a number or a name goes.
package struct Wording: Equatable, Sendable {
  /// As in `<html lang>`.
  package var language = "en"

  // The frame.
  package var book = "Palimpsest"
  package var subtitle = "Continual learning, taught by programs that you run, read and change"
  package var chapter = "Chapter %"
  package var contents = "Contents"
  package var chapters = "Chapters"
  package var allChapters = "All chapters"
  package var skipToText = "Skip to the text"
  package var openAll = "Open every box"
  package var notebook = "Notebook"
  package var slides = "Slides"
  package var page = "Page"
  package var record = "Record"
  package var previous = "Previous"
  package var next = "Next"
  package var appendix = "Appendix"
  package var gallery = "Figures for lectures"
  package var notYet = "Not made yet: make page-%"

  // What a run was.
  package var readingTime = "% min to read"
  package var runTime = "% to run"
  package var seed = "1 seed"
  package var seeds = "% seeds"
  package var profile = "% profile"
  package var figureCount = "% figures"
  package var claimCount = "% checked claims"
  package var madeWith = "Run on % with"
  package var failed = "In this run % of the text's claims do not hold; they are marked ✗."

  // Asides.
  package var predict = "Predict first"
  package var reveal = "Show what happens"
  package var hint = "Hint"
  package var question = "Question"
  package var right = "Right."
  package var wrong = "Not this."

  // Code and outputs.
  package var program = "Program, lines %"
  package var line = "Line %"
  package var showLines = "Show all % lines"
  package var output = "Output"
  package var took = "computed in %"
  package var found = "found"
  package var claimHolds = "holds"
  package var claimFails = "does not hold"
  package var claimElsewhere = "speaks of other data than these"
  package var claimUnchecked = "not checked in the smoke profile"
  package var notice = "Note"

  // Figures.
  package var figure = "Figure %"
  package var files = "Files of figure %"
  package var data = "data"
  package var script = "script"
  package var motion = "Play the animation"

  // The gallery of figures for lectures.
  package var galleryTitle = "Figures of Palimpsest"
  package var galleryOpening =
    "% figures, each as page, slide (16:9) and paper column, on light and on dark paper, as SVG, PNG and PDF; "
    + "those that move also as GIF. A picture's name tells its number, size and theme."
  package var skipToFigures = "Skip to the figures"
  package var runOf = "Run of %"
  package var seedsOf = "seeds %"
  package var sizes = ["page": "page", "slide": "slide", "paper": "paper"]
  package var themes = ["light": "light", "dark": "dark"]
  package var asSlide = "Figure % as a slide"
  package var value = "figure as a value"

  // The notebook.
  package var forReading =
    "**This notebook is for reading.** It is what a run of the chapter has left. No Jupyter kernel is "
    + "needed, and none runs these cells: the chapter is a Swift program."
  package var howToRun = "To run the chapter, in a copy of Palimpsest:"

  /// English.
  package static let english = Wording()

  package init() {}

  /// The language of these words.
  package var spoken: Language { Language.allCases.first { $0.tag == language } ?? .english }

  /// `phrase` with `value` in place of its `%`.
  static func fill(_ phrase: String, _ value: some CustomStringConvertible) -> String {
    phrase.replacing("%", with: value.description)
  }
}
