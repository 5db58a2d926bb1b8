/// What a terminal says around a chapter's own words, in one language.
struct TerminalWords: Sendable {
  let language: Language

  /// The title line of a chapter.
  func title(_ chapter: Int, _ title: String) -> String {
    say("Chapter \(chapter) · \(title)", "第 \(chapter) 章 · \(title)")
  }

  /// What a reader can expect of a run.
  func facts(cells: Int, profile: Profile, folder: String) -> [String] {
    [
      say("\(cells) cells", "\(cells) 个单元"),
      say("\(profile.rawValue) profile", "\(profile.rawValue) 配置"),
      say("output in \(folder)/", "输出在 \(folder)/"),
    ]
  }

  /// A figure's number, and the gap before its title.
  func figure(_ number: String) -> String { say("Figure \(number)  ", "图 \(number)  ") }

  /// Over a question to the reader.
  var predict: String { say("Predict first", "先猜一猜") }

  /// Over help with a question.
  var hintTitle: String { say("Hint", "提示") }

  /// Over a question with choices.
  var question: String { say("Question", "问题") }

  /// Before what the run found of a claim.
  var found: String { say("found: ", "实测：") }

  /// Behind a claim that was not checked, or not on the data it speaks of.
  func remark(_ verdict: Claim.Verdict) -> String {
    switch verdict {
    case .holds, .fails: ""
    case .otherData: say(" (\(verdict.rawValue))", "（在替代数据上不成立）")
    case .notChecked: say(" (\(verdict.rawValue))", "（未检验）")
    }
  }

  /// The chapter has no translation.
  var untranslated: String? {
    language == .english ? nil : "本章还没有中文译文，正文以英文显示"
  }

  // MARK: Keys

  var next: String { say("next", "下一节") }
  var run: String { say("run", "运行") }
  var whenAnswered: String { say("when you have your answer", "想好答案后继续") }
  var hint: String { say("hint", "提示") }
  /// What the letters of a quiz do.
  var answer: String { say("answer", "作答") }
  var otherKeys: String {
    say("   [p] play to the end   [q] quit", "   [p] 一直播放到结尾   [q] 退出")
  }

  // MARK: Work and the end

  /// How much time is left of a piece of work.
  func left(_ duration: String) -> String { say("\(duration) left", "还需 \(duration)") }
  var begun: String { say("begun", "已开始") }

  /// What was found of a block's results, `found` of `all`, and how long they took once.
  func kept(_ found: Int, of all: Int, took duration: String) -> String {
    say(
      (found == all ? "kept" : "\(found) of \(all) kept") + ", \(duration) when computed",
      (found == all ? "沿用已存的结果" : "沿用 \(all) 个结果中的 \(found) 个") + "，当时用时 \(duration)")
  }

  /// So many kept results cannot be used.
  func damaged(_ count: Int) -> String {
    say("\(count) kept results are damaged: once more", "\(count) 个已存的结果已损坏：重新计算")
  }

  /// How much work earlier runs had done.
  func saved(_ duration: String) -> String {
    say(
      "\(duration) of work kept from earlier runs, FRESH=1 does it again",
      "沿用先前运行中用时 \(duration) 的结果，FRESH=1 则重新计算")
  }

  func finished(_ chapter: Int, in time: String) -> String {
    say("Chapter \(chapter) finished in \(time)", "第 \(chapter) 章完成，用时 \(time)")
  }

  func figures(_ count: Int) -> String {
    say(count == 1 ? "1 figure" : "\(count) figures", "\(count) 幅图")
  }

  func notChecked(_ count: Int) -> String {
    say(
      count == 1 ? "1 claim not checked" : "\(count) claims not checked", "\(count) 条论断未检验")
  }

  func allHold(_ count: Int) -> String {
    say(count == 1 ? "its claim holds" : "all \(count) claims hold", "\(count) 条论断全部成立")
  }

  func failed(_ failed: Int, of count: Int) -> String {
    say(
      "\(failed) of \(count) claims \(failed == 1 ? "does" : "do") not hold",
      "\(count) 条论断中有 \(failed) 条不成立")
  }

  func hold(_ holding: Int, of count: Int) -> String {
    say(
      "\(holding) of \(count) claims hold; the others speak of other data than these",
      "\(count) 条论断中有 \(holding) 条成立；其余针对的不是这里所用的数据")
  }

  /// After the reader has ended the run.
  func stopped(_ folder: String) -> String {
    say(
      "Stopped. \(folder)/ keeps what was finished.", "已停止。已完成的部分保存在 \(folder)/。")
  }

  private func say(_ english: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
