import Foundation
import Lessons
import Testing

@Suite("The chapters' sources")
struct ChapterSourceTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let sources: [String] = {
    let folders = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Chapters").path)
    return (folders ?? []).filter { $0.first?.isNumber ?? false }.sorted()
      .map { "Chapters/\($0)/main.swift" }
  }()

  @Test("Every chapter can be split, and every formula in it can be shown", arguments: sources)
  func readable(source: String) throws {
    let text = try SourceText(name: source, below: Self.root)
    let chapter = try Literate(text, root: Self.root)
    for cell in chapter.cells {
      for block in cell.blocks {
        switch block {
        case .prose(_, let words), .predict(_, let words), .hint(_, let words),
          .slide(_, let words):
          _ = try Markdown.lines(words, width: 80)
        case .quiz(let quiz):
          for words in [quiz.question] + quiz.choices.flatMap({ [$0.text, $0.reason] }) {
            _ = try Markdown.lines(words, width: 80)
          }
        case .code, .library: break
        }
      }
    }
  }

  @Test(
    "A line of a chapter's code fits a terminal of 80 columns beside its number", arguments: sources
  )
  func fitsTerminal(source: String) throws {
    let text = try SourceText(name: source, below: Self.root)
    let chapter = try Literate(text, root: Self.root)
    for case .code(let lines) in chapter.cells.flatMap(\.blocks) {
      for line in lines { #expect(line.text.count <= 72, "\(source):\(line.number)") }
    }
  }

  @Test("No chapter throws at its top level, where Swift answers with a trap", arguments: sources)
  func noBareTry(source: String) throws {
    let text = try SourceText(name: source, below: Self.root)
    for line in SwiftLexer.lines(of: text.text) where line.depth == 0 {
      let words = line.code.split { !$0.isLetter && $0 != "." && $0 != "{" }
      let isGuarded = line.code.contains("{") || line.code.contains("try?")
      #expect(isGuarded || !words.contains("try"), "\(source):\(line.number)")
    }
  }
}
