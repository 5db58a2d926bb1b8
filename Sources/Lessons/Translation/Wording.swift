/// The fixed words of everything that shows a chapter, in one language: pages, notebooks, slides and the terminal
/// have no words of their own. Each stands beside its translation, so that none can be forgotten. `%` stands
/// where a number or a name goes.
package struct Wording: Equatable, Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  package static let english = Wording(.english)
  package static let chinese = Wording(.chinese)

  /// One of the two.
  func say(_ english: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// How many there are of something, with the number in place of `%`. English has a word for one and another for
  /// more; a Chinese noun stays as it is.
  func count(_ count: Int, one: String, many: String, _ chinese: String) -> String {
    Self.fill(say(count == 1 ? one : many, chinese), count)
  }

  /// `phrase` with `value` in place of its `%`.
  static func fill(_ phrase: String, _ value: some CustomStringConvertible) -> String {
    phrase.replacing("%", with: value.description)
  }
}

extension Wording {
  // The frame.
  package var book: String { "Palimpsest" }
  package var subtitle: String {
    say(
      "Continual learning, taught by programs that you run, read and change",
      "持续学习：用可以运行、阅读和修改的程序来讲授")
  }
  package var chapter: String { say("Chapter %", "第 % 章") }
  package var contents: String { say("Contents", "目录") }
  package var chapters: String { say("Chapters", "各章") }
  package var allChapters: String { say("All chapters", "全部章节") }
  package var skipToText: String { say("Skip to the text", "跳到正文") }
  package var openAll: String { say("Open every box", "展开所有方框") }
  package var notebook: String { say("Notebook", "笔记本") }
  package var slides: String { say("Slides", "幻灯片") }
  package var page: String { say("Page", "网页") }
  package var record: String { say("Record", "运行记录") }
  package var previous: String { say("Previous", "上一章") }
  package var next: String { say("Next", "下一章") }
  package var appendix: String { say("Appendix", "附录") }
  package var gallery: String { say("Figures for lectures", "讲课用图") }
  package var notYet: String { say("Not made yet: make page-%", "尚未生成：make page-% LESSON_LANG=zh") }

  // What a run was.
  package var readingTime: String { say("% min to read", "阅读约 % 分钟") }
  package var runTime: String { say("% to run", "运行 %") }
  package func seeds(_ count: Int) -> String {
    self.count(count, one: "% seed", many: "% seeds", "% 个随机种子")
  }
  package var profile: String { say("% profile", "% 配置") }
  package func figures(_ count: Int) -> String {
    self.count(count, one: "% figure", many: "% figures", "% 幅图")
  }
  package func claims(_ count: Int) -> String {
    self.count(count, one: "% checked claim", many: "% checked claims", "% 条经检验的论断")
  }
  package var madeWith: String { say("Run on % with", "运行于 %，使用") }
  package func failed(_ count: Int) -> String {
    self.count(
      count, one: "In this run % of the text's claims does not hold; it is marked ✗.",
      many: "In this run % of the text's claims do not hold; they are marked ✗.",
      "在这次运行中，正文的论断有 % 条不成立，以 ✗ 标明。")
  }

  // Asides.
  package var predict: String { say("Predict first", "先猜一猜") }
  package var reveal: String { say("Show what happens", "看看结果") }
  package var hint: String { say("Hint", "提示") }
  package var question: String { say("Question", "问题") }
  package var right: String { say("Right.", "对。") }
  package var wrong: String { say("Not this.", "不是这个。") }
  package var exercise: String { say("Exercise %", "练习 %") }
  package var exerciseTask: String { say("The task", "题目（英文）") }

  // Code and outputs.
  package var program: String { say("Program, lines %", "程序，第 % 行") }
  package var line: String { say("Line %", "第 % 行") }
  package var showLines: String { say("Show all % lines", "显示全部 % 行") }
  package var output: String { say("Output", "输出") }
  package var took: String { say("computed in %", "计算用时 %") }
  package var found: String { say("found: ", "实测：") }
  package var claimHolds: String { say("holds", "成立") }
  package var claimFails: String { say("does not hold", "不成立") }
  package var claimElsewhere: String {
    say(
      "does not hold on stand-in data",
      "在替代数据上不成立")
  }
  package var claimUnchecked: String {
    say(
      "not checked in the smoke profile",
      "在 smoke 配置中不检验")
  }
  package var notice: String { say("Note", "注意") }

  // Figures.
  package var figure: String { say("Figure %", "图 %") }
  package var files: String { say("Files of figure %", "图 % 的文件") }
  package var data: String { say("data", "数据") }
  package var script: String { say("script", "脚本") }
  package var motion: String { say("Play the animation", "播放动画") }

  // The gallery of figures for lectures.
  package var galleryTitle: String { say("Figures of Palimpsest", "Palimpsest 的图") }
  package var galleryOpening: String {
    say(
      "Figures: %. Each as page, slide (16:9) and paper column, on light and on dark paper, as SVG, PNG and PDF; "
        + "those that move also as GIF. A picture's name tells its number, size and theme.",
      "共 % 幅图，每幅都有网页、幻灯片（16:9）和论文单栏三种尺寸，浅色与深色两种底色，SVG、PNG 和 PDF 三种格式；"
        + "会动的另有 GIF。文件名写明图号、尺寸和底色。")
  }
  package var skipToFigures: String { say("Skip to the figures", "跳到图") }
  package var runOf: String { say("Run of %", "运行于 %") }
  package var seedsOf: String { say("seeds %", "随机种子 %") }
  package var asSlide: String { say("Figure % as a slide", "图 %，幻灯片") }
  package var value: String { say("figure as a value", "图的数值（JSON）") }

  /// The name of a picture's size.
  func size(_ name: String) -> String {
    switch name {
    case "page": say(name, "网页")
    case "slide": say(name, "幻灯片")
    case "paper": say(name, "论文单栏")
    default: name
    }
  }

  /// The name of a picture's theme.
  func theme(_ name: String) -> String { name == "dark" ? say(name, "深色") : say(name, "浅色") }

  // The notebook.
  package var forReading: String {
    say(
      "**This notebook is for reading.** It is what a run of the chapter has left. No "
        + "Jupyter kernel is needed, and none runs these cells: the chapter is a Swift program.",
      "**本笔记本供阅读之用。** 它是本章一次运行留下的结果。不需要 Jupyter 内核，也没有内核能运行这些单元：本章是一个 Swift 程序。")
  }
  package var howToRun: String {
    say(
      "To run the chapter, in a copy of Palimpsest:",
      "要运行本章，请在 Palimpsest 的副本中执行：")
  }

  /// What a verdict means, in words.
  func meaning(of verdict: Claim.Verdict) -> String {
    switch verdict {
    case .holds: claimHolds
    case .fails: claimFails
    case .otherData: claimElsewhere
    case .notChecked: claimUnchecked
    }
  }
}
