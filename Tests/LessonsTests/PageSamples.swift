import Foundation
import Lessons

/// A chapter that has one of everything, and what a run of it has left.
enum PageSamples {
  static let source = """
    //: # Chapter 3 · A & B
    //: What is asked < here, and *why*?
    import Lessons

    //: ## 3.1 First, with $x_i$
    //: Words.
    //:
    //: $$ L(\\theta) = \\frac{1}{2} \\|\\theta\\|^2 $$
    //: @code(Library.swift, loss)
    //: > predict: How *much*?
    //: > hint: Less than you think.
    //: > slide: It is lost.
    lesson.step("first")
    let a = "<1>"  // #key
    \((0..<30).map { "let line\($0) = \($0)" }.joined(separator: "\n"))
    //: The last word.
    //:
    //: > quiz: Which?
    //: > - [x] This => It is so.
    //: > - [ ] That => It is not.
    //: ## 3.2 What to remember
    //: Forgetting is the first thing, et al. say,
    //: that happens. It is not wear.
    lesson.finish()
    """

  static let outputs: [Output] = [
    .text("said \"this\" <b>"),
    .table(
      Table(
        title: "A & B", columns: ["method", "ACC"], rows: [["EWC", "0.9"], ["a < b", "−0.1"]],
        note: "5 seeds")),
    .notice("Glyphs stand in."),
  ]

  /// A figure and two claims: values that only a run can make, so they come as a record has them.
  private static let others = """
    {"figure":{"_0":{"number":"3.1","name":"two-curves","title":"T","caption":"Words < words.","alt":"Two curves \\"A\\"",
    "files":["two-curves.svg","two-curves.dat","two-curves.gp","two-curves.json","two-curves.pdf","two-curves.png"]}}},
    {"claim":{"_0":{"claim":"It holds","found":"1","verdict":"holds"}}},
    {"claim":{"_0":{"claim":"It fails","found":"0","verdict":"fails"}}}
    """

  /// A record that a run of ``source`` could have left.
  static func edition(in folder: URL, words: Wording = .english) throws -> Edition {
    let library = folder.appending(path: "Sources/Library.swift")
    try FileManager.default.createDirectory(
      at: library.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("func loss() -> Int {\n  1\n}\n".utf8).write(to: library)
    let chapter = try Literate(SourceText(name: "main.swift", text: source), root: folder)
    try Gnuplot.render(Samples.curves, named: "two-curves", in: folder)
    return Edition(chapter, try record(of: chapter), in: folder, words: words)
  }

  static func record(of chapter: Literate) throws -> Record {
    let encoder = JSONEncoder()
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let taken = try chapter.cells.map { cell in
      let outputs =
        try cell.id == "first" ? text(Self.outputs).dropLast() + "," + others + "]" : "[]"
      return "{\"cell\":\(try text(cell)),\"outputs\":\(outputs)}"
    }
    return try Record(
      json: Data(
        """
        {"format":1,"chapter":3,"title":"A & B","source":"main.swift","profile":"quick","complete":true,
        "seeds":[1,2],"notices":[],"versions":{"swift":"6.3","gnuplot":"gnuplot 5.4","system":"Debian"},
        "cells":[\(taken.joined(separator: ","))],
        "timings":{"started":"2026-01-02T03:04:05Z","threads":2,"total":12,"cells":{"first":1.5}}}
        """.utf8))
  }
}
