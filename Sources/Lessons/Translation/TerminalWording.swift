/// What only a terminal says around a chapter's own words.
extension Wording {
  /// The title line of a chapter.
  func title(_ chapter: Int, _ title: String) -> String {
    Self.fill(self.chapter, chapter) + " · " + title
  }

  /// What a reader can expect of a run.
  func facts(cells: Int, profile: Profile, folder: String) -> [String] {
    [
      count(cells, one: "% cell", many: "% cells", "% 个单元"),
      Self.fill(self.profile, profile.rawValue),
      say("output in \(folder)/", "输出在 \(folder)/"),
    ]
  }

  /// Behind a claim that does not plainly hold.
  func remark(_ verdict: Claim.Verdict) -> String {
    verdict == .holds ? "" : say(" (\(meaning(of: verdict)))", "（\(meaning(of: verdict))）")
  }

  /// The chapter has no translation.
  var untranslated: String? {
    switch language {
    case .english: nil
    case .chinese: "本章还没有中文译文，正文以英文显示"
    }
  }

  // MARK: Keys

  var toGoOn: String { say("next", "下一节") }
  var toRun: String { say("run", "运行") }
  var toGoOnWithAnAnswer: String { say("when you have your answer", "想好答案后继续") }
  var toHint: String { say("hint", "提示") }
  /// What the letters of a quiz do.
  var toAnswer: String { say("answer", "作答") }
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
    self.count(
      count, one: "% kept result is damaged: once more",
      many: "% kept results are damaged: once more", "% 个已存的结果已损坏：重新计算")
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

  func notChecked(_ count: Int) -> String {
    self.count(count, one: "% claim not checked", many: "% claims not checked", "% 条论断未检验")
  }

  func allHold(_ count: Int) -> String {
    self.count(count, one: "its claim holds", many: "all % claims hold", "% 条论断全部成立")
  }

  func broken(_ broken: Int, of all: Int) -> String {
    count(
      broken, one: all == 1 ? "its claim does not hold" : "% of \(all) claims does not hold",
      many: "% of \(all) claims do not hold", "\(all) 条论断中有 % 条不成立")
  }

  func hold(_ holding: Int, of all: Int) -> String {
    count(
      holding, one: "% of \(all) claims holds", many: "% of \(all) claims hold",
      "\(all) 条论断中有 % 条成立")
      + count(
        all - holding, one: "; the other speaks of other data than these",
        many: "; the others speak of other data than these", "；其余针对的不是这里所用的数据")
  }

  /// After the reader has ended the run.
  func stopped(_ folder: String) -> String {
    say(
      "Stopped. \(folder)/ keeps what was finished.", "已停止。已完成的部分保存在 \(folder)/。")
  }
}
