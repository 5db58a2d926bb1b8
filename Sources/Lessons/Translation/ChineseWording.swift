extension Wording {
  /// The fixed words in a language.
  package static func `in`(_ language: Language) -> Wording {
    switch language {
    case .english: .english
    case .chinese: .chinese
    }
  }

  /// Simplified Chinese.
  package static let chinese: Wording = {
    var words = Wording()
    words.language = Language.chinese.tag
    words.subtitle = "持续学习：用可以运行、阅读和修改的程序来讲授"
    words.chapter = "第 % 章"
    words.contents = "目录"
    words.chapters = "各章"
    words.allChapters = "全部章节"
    words.skipToText = "跳到正文"
    words.openAll = "展开所有方框"
    words.notebook = "笔记本"
    words.slides = "幻灯片"
    words.page = "网页"
    words.record = "运行记录"
    words.previous = "上一章"
    words.next = "下一章"
    words.appendix = "附录"
    words.gallery = "讲课用图"
    words.notYet = "尚未生成：make page-%"

    words.readingTime = "阅读约 % 分钟"
    words.runTime = "运行 %"
    words.seed = "1 个随机种子"
    words.seeds = "% 个随机种子"
    words.profile = "% 配置"
    words.figureCount = "% 幅图"
    words.claimCount = "% 条经检验的论断"
    words.madeWith = "运行于 %，使用"
    words.failed = "在这次运行中，正文的论断有 % 条不成立，以 ✗ 标明。"

    words.predict = "先猜一猜"
    words.reveal = "看看结果"
    words.hint = "提示"
    words.question = "问题"
    words.right = "对。"
    words.wrong = "不是这个。"

    words.program = "程序，第 % 行"
    words.line = "第 % 行"
    words.showLines = "显示全部 % 行"
    words.output = "输出"
    words.took = "计算用时 %"
    words.found = "实测"
    words.claimHolds = "成立"
    words.claimFails = "不成立"
    words.claimElsewhere = "针对的不是这里所用的数据"
    words.claimUnchecked = "在 smoke 配置中不检验"
    words.notice = "注意"

    words.figure = "图 %"
    words.files = "图 % 的文件"
    words.data = "数据"
    words.script = "脚本"
    words.motion = "播放动画"

    words.galleryTitle = "Palimpsest 的图"
    words.galleryOpening =
      "共 % 幅图，每幅都有网页、幻灯片（16:9）和论文单栏三种尺寸，浅色与深色两种底色，SVG、PNG 和 PDF 三种格式；"
      + "会动的另有 GIF。文件名写明图号、尺寸和底色。"
    words.skipToFigures = "跳到图"
    words.runOf = "运行于 %"
    words.seedsOf = "随机种子 %"
    words.sizes = ["page": "网页", "slide": "幻灯片", "paper": "论文单栏"]
    words.themes = ["light": "浅色", "dark": "深色"]
    words.asSlide = "图 %，幻灯片"
    words.value = "图的数值（JSON）"

    words.forReading =
      "**本笔记本供阅读之用。** 它是本章一次运行留下的结果。不需要 Jupyter 内核，也没有内核能运行这些单元：本章是一个 Swift 程序。"
    words.howToRun = "要运行本章，请在 Palimpsest 的副本中执行："
    return words
  }()
}
