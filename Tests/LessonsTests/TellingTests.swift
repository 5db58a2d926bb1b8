import Foundation
import Lessons
import Testing

@Suite("A chapter is told", .temporaryFolder)
struct TellingTests {
  private static let source = """
    //: # Chapter 3 · Title
    //: Words with $\\theta$.
    let lesson = Lesson()
    //: ## 3.1 First
    //: > predict: how much?
    lesson.step("one")
    let a = 1
    //: So it is.
    //:
    //: ## Remember
    //: The end.
    lesson.finish()
    """

  private final class Page {
    var text = ""
  }

  private func telling(_ profile: Profile = .quick, page: Page = Page(), seeds: Int? = nil) throws
    -> Telling
  {
    let folder = TemporaryFolder.place()
    var settings = Settings()
    settings.profile = profile
    settings.seeds = seeds
    let telling = try Telling(
      Literate(SourceText(name: "main.swift", text: Self.source), root: folder),
      settings: settings, console: Console(columns: 60) { page.text += $0 },
      file: RecordFile(folder: folder, shownAs: "output/chapter-3"))
    #expect(try telling.open())
    return telling
  }

  private func written(_ telling: Telling) throws -> Record {
    try Record(json: Data(contentsOf: telling.file.folder.appending(path: "cells.json")))
  }

  @Test("Prose, code with its line numbers, and outputs come in order, and nothing waits")
  func page() throws {
    let page = Page()
    let telling = try telling(page: page)
    #expect(try telling.step("one", line: 6))
    try telling.put(.text("output"))
    #expect(try telling.finish() == 0)
    let told = page.text
    #expect(
      told.hasPrefix(
        """
        Chapter 3 · Title
        2 cells · quick profile · output in output/chapter-3/

        Words with θ.

          3 │ let lesson = Lesson()

        ── 1/2  3.1 First ───────────────────────────── main.swift:4

        ┃ Predict first
        ┃ how much?

          7 │ let a = 1

        output

        So it is.

        ── 2/2  Remember ────────────────────────────── main.swift:8

        The end.

        ✓ Chapter 3 finished in
        """))
  }

  @Test("The record is readable and incomplete after every cell, complete at the end")
  func recordGrows() throws {
    let telling = try telling()
    #expect(try written(telling).complete == false)
    _ = try telling.step("one", line: 6)
    let half = try written(telling)
    #expect(half.cells.map(\.cell.id) == ["opening", "one"])
    #expect(!half.complete)
    _ = try telling.finish()
    let whole = try written(telling)
    #expect(whole.complete)
    #expect(whole == telling.record)
    let files = try FileManager.default.contentsOfDirectory(atPath: telling.file.folder.path)
    #expect(files == ["cells.json"])
  }

  @Test("Timings apart, two runs write the same bytes, and no path of this machine")
  func deterministic() throws {
    func record() throws -> (Record, URL) {
      let telling = try telling()
      _ = try telling.step("one", line: 6)
      try telling.table("T", ["a"], [["1"]], note: nil)
      try telling.expect("c", found: "f", true)
      _ = telling.seeds(5)
      _ = try telling.finish()
      return (telling.record, telling.file.folder)
    }
    var (first, folder) = try record()
    let (second, _) = try record()
    first.timings = second.timings
    #expect(try first.json() == second.json())
    #expect(!String(decoding: try first.json(), as: UTF8.self).contains(folder.path))
  }

  @Test(
    "A claim that fails ends the quick and full profiles with exit code 1; smoke does not check",
    arguments: zip([Profile.smoke, .quick, .full], [Int32(0), 1, 1]))
  func claims(profile: Profile, code: Int32) throws {
    let page = Page()
    let telling = try telling(profile, page: page)
    try telling.expect("BWT is below −0.7", found: "BWT −0.1", false)
    #expect(try telling.finish() == code)
    #expect(telling.record.claims.map(\.verdict) == [profile == .smoke ? .notChecked : .fails])
    #expect(page.text.contains("not checked") == (profile == .smoke))
    #expect(page.text.contains("its claim does not hold") == (profile != .smoke))
  }

  @Test("On stand-in data a claim that does not hold is said not to, and does not end the run")
  func standIns() throws {
    let page = Page()
    let telling = try telling(page: page)
    try telling.notice("Glyphs stand in", dataStandIn: true)
    try telling.expect("one", found: "f", false)
    try telling.expect("two", found: "f", true)
    #expect(try telling.finish() == 0)
    #expect(telling.record.claims.map(\.verdict) == [.otherData, .holds])
    #expect(page.text.contains("○ one (does not hold on stand-in"))
    #expect(page.text.contains("1 of 2 claims hold"))
  }

  @Test("A claim that holds is said with what was found")
  func holds() throws {
    let page = Page()
    let telling = try telling(page: page)
    try telling.expect("BWT is below −0.7", found: "BWT −0.82", true)
    #expect(try telling.finish() == 0)
    #expect(page.text.contains("✓ BWT is below −0.7\n  found: BWT −0.82\n"))
  }

  @Test("A standing notice is in the record once and under every table after it")
  func notices() throws {
    let telling = try telling()
    try telling.notice("Data: Glyphs")
    try telling.notice("Data: Glyphs")
    try telling.table("T", ["a"], [["1"]], note: "2 seeds")
    #expect(telling.record.notices == ["Data: Glyphs"])
    #expect(
      telling.record.cells[0].outputs == [
        .notice("Data: Glyphs"),
        .table(Table(title: "T", columns: ["a"], rows: [["1"]], note: "2 seeds. Data: Glyphs.")),
      ])
  }

  @Test("What the smoke profile shows is not taken for a result")
  func smoke() throws {
    let telling = try telling(.smoke)
    try telling.table("T", ["a"], [["1"]], note: nil)
    let note = "Smoke profile: too little training for the text to hold."
    #expect(
      telling.record.cells[0].outputs == [
        .table(Table(title: "T", columns: ["a"], rows: [["1"]], note: note))
      ])
  }

  @Test("Smoke takes two seeds at most; the reader's number wins")
  func seeds() throws {
    #expect(try telling(.quick).seeds(5) == [1, 2, 3, 4, 5])
    #expect(try telling(.smoke).seeds(5) == [1, 2])
    #expect(try telling(.smoke).seeds(1) == [1])
    #expect(try telling(.smoke, seeds: 3).seeds(5) == [1, 2, 3])
  }

  @Test("A step on another line than in the source means that the source has changed")
  func staleProgram() throws {
    let telling = try telling()
    #expect(throws: SourceError.self) { try telling.step("one", line: 5) }
    #expect(throws: SourceError.self) { try telling.step("two", line: 6) }
  }

  @Test("A step comes once")
  func twice() throws {
    let telling = try telling()
    _ = try telling.step("one", line: 6)
    #expect(throws: SourceError.self) { try telling.step("one", line: 6) }
  }

  @Test("A folder that cannot be made is an error that says why")
  func folder() {
    let error = #expect(throws: OutputError.self) {
      try RecordFile(folder: URL(filePath: "/dev/null/x"), shownAs: "x")
    }
    #expect(error?.description.contains("cannot make the folder x: Not a directory") == true)
  }

  @Test("A file is no keyboard")
  func keyboard() throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: "/dev/null"))
    #expect(Keyboard(file.fileDescriptor) == nil)
  }
}
