import Foundation
import Lessons
import Testing

@Suite("An edition joins today's text and the last run", .temporaryFolder)
struct EditionTests {
  private let folder = TemporaryFolder.place()

  private func chapter(_ edit: (String) -> String = { $0 }) throws -> Literate {
    let text = edit(PageSamples.source)
    return try Literate(SourceText(name: "main.swift", text: text), root: folder)
  }

  private func record() throws -> Record {
    _ = try PageSamples.edition(in: folder)
    return try PageSamples.record(of: chapter())
  }

  @Test("What stands above a heading is the last word on the outputs before it")
  func afterword() throws {
    let edition = try PageSamples.edition(in: folder)
    #expect(edition.sections.map(\.id) == ["opening", "first", "end"])
    #expect(edition.sections[1].outputs.count == 6)
    #expect(edition.sections[1].seconds == 1.5)
    #expect(edition.sections[1].afterword.count == 2)
    #expect(edition.sections[2].afterword.isEmpty)
    #expect(
      edition.gist == "Forgetting is the first thing, et al. say,\nthat happens. It is not wear.")
    #expect(edition.claim == "Forgetting is the first thing, et al. say, that happens.")
  }

  @Test(
    "A Chinese sentence ends with its own marks",
    arguments: [("它会忘吗？会。", "它会忘吗？"), ("“会。”他说。", "“会。”")])
  func chinese(_ text: String, _ sentence: String) throws {
    let record = try record()
    let chapter = try chapter {
      $0.replacing("Forgetting is the first thing, et al. say,", with: text)
    }
    #expect(Edition(chapter, record, in: folder).claim == sentence)
  }

  @Test("A record of the same code will do, whatever has become of the prose")
  func prose() throws {
    let record = try record()
    let edited = try chapter {
      $0.replacing("//: Words.\n", with: "//: Other words.\n//:\n//: Two more lines.\n")
        .replacing("  // #key", with: "")
    }
    #expect(Agreement(edited, record).objections == [])
    let edition = Edition(edited, record, in: folder)
    #expect(edition.sections[1].outputs.count == 6)
    guard case .prose(_, let text) = edition.sections[1].blocks[0] else {
      Issue.record("prose comes first")
      return
    }
    #expect(text.hasPrefix("Other words."))
  }

  @Test("A record says of what code it is, or will not do")
  func fingerprint() throws {
    let record = try record()
    func objections(_ made: String?) throws -> [String] {
      var json = String(decoding: try record.json(), as: UTF8.self)
      if let made { json.replace("\"format\"", with: "\"fingerprint\": \"\(made)\", \"format\"") }
      return try Agreement(chapter(), Record(json: Data(json.utf8)), fingerprint: "today's")
        .objections
    }
    #expect(try objections("today's") == [])
    #expect(try objections("other") == ["the code that it calls has changed since its run"])
    #expect(
      try objections(nil) == ["its run was of a program that cannot say what it was built from"])
  }

  @Test("A run with other data than the reader names will not do")
  func data() throws {
    let record = try record()
    #expect(try Agreement(chapter(), record, data: nil).objections == [])
    #expect(
      try Agreement(chapter(), record, data: "mnist").objections
        == ["its run had the usual data, not those in mnist"])
    let json = String(decoding: try record.json(), as: UTF8.self)
      .replacing("\"format\"", with: "\"data\": \"mnist\", \"format\"")
    let named = try Record(json: Data(json.utf8))
    for typed in ["mnist", "./mnist/", "x/../mnist"] {
      #expect(try Agreement(chapter(), named, data: typed).objections == [])
    }
    #expect(
      try Agreement(chapter(), named, data: "other").objections
        == ["its run had the data in mnist, not those in other"])
  }

  @Test("Other code, a new cell, a shorter run and other seeds are each named")
  func objections() throws {
    let record = try record()
    func objections(
      _ edit: (String) -> String = { $0 }, profile: Profile = .smoke, seeds: Int? = nil
    ) throws -> String {
      try Agreement(chapter(edit), record, profile: profile, seeds: seeds).objections
        .joined(separator: "; ")
    }
    #expect(
      try objections({ $0.replacing("line3 = 3", with: "line3 = 4") })
        == "the code has changed since its run: cell \"first\"")
    #expect(
      try objections({ $0.replacing("//: The last", with: "lesson.step(\"new\")\n//: The last") })
        .hasPrefix("new since its run: cell \"new\""))
    #expect(try objections(profile: .full) == "its run had the quick profile, not full")
    #expect(try objections(seeds: 5) == "its run had 2 seeds, not 5")
    #expect(try objections(profile: .quick, seeds: 2) == "")
    #expect(try Agreement(chapter(), nil).objections == ["the chapter has not been run"])
    var stopped = record
    stopped.complete = false
    #expect(
      try Agreement(chapter(), stopped).objections == ["its run ended in the cell \"end\""])
  }
}
