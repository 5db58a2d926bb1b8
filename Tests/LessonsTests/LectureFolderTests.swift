import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(
  "The folder for lectures", .enabled(if: Program().executable != nil, "gnuplot is not installed"))
struct LectureFolderTests {
  /// A record with the figure 9.1 "curves", and the folder it is drawn into.
  private struct Place {
    let root: URL
    let record: Record
    var figure: LectureFigure {
      LectureFigure(record.figures[0], in: root.appending(path: "chapter-9"))
    }
    var folder: LectureFolder {
      LectureFolder(root.appending(path: "figures"))
    }

    init(_ root: URL) throws {
      self.root = root
      try FileManager.default.createDirectory(
        at: root.appending(path: "chapter-9"), withIntermediateDirectories: true)
      try Samples.curves.json().write(to: root.appending(path: "chapter-9/curves.json"))
      record = try Record(
        json: Data(
          #"""
          {"format": 1, "chapter": 9, "title": "Curves & <more>", "source": "Chapters/09-curves/main.swift",
           "profile": "quick", "complete": true, "seeds": [1, 2, 3], "notices": [],
           "versions": {"swift": "6.3", "system": "Debian"},
           "timings": {"started": "2026-01-02T03:04:05Z", "threads": 2, "total": 1, "cells": {}},
           "cells": [{"cell": {"id": "a", "line": 1, "blocks": []}, "outputs": [{"figure": {"_0":
             {"number": "9.1", "name": "curves", "title": "A < B & \"C\"", "caption": "Mean of 3 seeds.",
              "alt": "Two curves < & \"x\"", "files": ["curves.svg", "curves.json"]}}}]}]}
          """#.utf8))
    }
  }

  @Test("holds every size on both papers in three formats, and is drawn again only when it must be")
  func isDrawn() throws {
    try Samples.withFolder { root in
      let place = try Place(root)
      #expect(try place.folder.draw(place.figure))
      let there = try Samples.files(in: root.appending(path: "figures/chapter-9/9-1-curves"))
      for size in ["page", "slide", "paper"] {
        for theme in ["light", "dark"] {
          for ending in ["svg", "png", "pdf", "gp"] {
            #expect(there.contains("9-1-curves-\(size)-\(theme).\(ending)"))
          }
        }
      }
      #expect(Set(there) == Set(place.folder.files(of: place.figure)))
      let slide = root.appending(path: "figures/chapter-9/9-1-curves/9-1-curves-slide-dark.png")
      #expect(Picture.problem(png: try Data(contentsOf: slide), width: 1920, height: 1080) == nil)
      #expect(try !place.folder.draw(place.figure))

      try FileManager.default.removeItem(at: slide)
      #expect(try place.folder.draw(place.figure), "a picture is missing")
      let dark = Pictures.init(album:_:named:formats:)
      _ = try dark(Samples.curves, nil, "9-1-curves", [.slide.on(.dark)]).made(
        in: slide.deletingLastPathComponent())
      #expect(try place.folder.draw(place.figure), "they were drawn otherwise")
      try Samples.bars.json().write(to: root.appending(path: "chapter-9/curves.json"))
      #expect(place.folder.files(of: place.figure).isEmpty, "they would stand under other words")
      #expect(try place.folder.draw(place.figure), "the figure is another")
      #expect(!place.folder.files(of: place.figure).isEmpty)
      #expect(try !place.folder.draw(place.figure))
    }
  }

  @Test("loses the figures that a chapter no longer has, and nothing that it did not make")
  func isCleaned() throws {
    try Samples.withFolder { root in
      let place = try Place(root)
      _ = try place.folder.draw(place.figure)
      let mine = root.appending(path: "figures/chapter-9/my-own")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
      try place.folder.removeAll(of: "chapter-9", but: [place.figure])
      try place.folder.removeAll(of: "chapter-8", but: [])
      let chapter = root.appending(path: "figures/chapter-9")
      #expect(try Samples.files(in: chapter) == ["9-1-curves", "my-own"])
      try place.folder.removeAll(of: "chapter-9", but: [])
      #expect(try Samples.files(in: chapter) == ["my-own"])
    }
  }

  @Test("says which chapter to run where a figure's value is missing or of another version")
  func isRefused() throws {
    try Samples.withFolder { root in
      let place = try Place(root)
      let value = root.appending(path: "chapter-9/curves.json")
      try Data("{}".utf8).write(to: value)
      #expect { try place.folder.draw(place.figure) } throws: { "\($0)".contains("make chapter-9") }
      try FileManager.default.removeItem(at: value)
      #expect { try place.folder.draw(place.figure) } throws: { "\($0)".contains("make chapter-9") }
    }
  }

  @Test("says which of a figure's values is of another version")
  func isMoving() throws {
    try Samples.withFolder { root in
      let folder = root.appending(path: "chapter-9")
      try Gnuplot.render(Samples.growing, named: "a", in: folder)
      try Data("{}".utf8).write(to: folder.appending(path: "a.frames.json"))
      let output = FigureOutput(
        number: "9.2", name: "a", title: "", caption: "", alt: "", files: ["a.frames.json"])
      let figure = LectureFigure(output, in: folder)
      #expect {
        try LectureFolder(root.appending(path: "figures")).draw(figure)
      } throws: {
        "\($0)".contains("chapter-9/a.frames.json")
      }
    }
  }

  @Test("has a gallery: well-formed, with words for every picture, and links that lead somewhere")
  func hasGallery() throws {
    try Samples.withFolder { root in
      let place = try Place(root)
      _ = try place.folder.draw(place.figure)
      let html = Gallery([
        Gallery.Chapter(
          place.record, title: place.record.title,
          [
            Gallery.Item(
              place.figure, as: place.figure.output, place: place.folder.place(of: place.figure),
              files: place.folder.files(of: place.figure))
          ])
      ]).html
      #expect(html.contains("<html lang=\"en\""))
      #expect(
        html.contains("9.1 A &lt; B &amp; &quot;C&quot;") && html.contains("Mean of 3 seeds."))
      #expect(html.contains("seeds 1, 2, 3") && html.contains("Chapters/09-curves/main.swift"))
      let links = Links()
      let parser = XMLParser(data: Data(html.utf8))
      parser.delegate = links
      #expect(parser.parse())
      #expect(links.places.count >= 6 * 3 + 5 && links.wordless == 0)
      for link in links.places where !link.hasPrefix("#") {
        let file = root.appending(path: "figures").appending(path: link).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: file.path), "\(link)")
      }
    }
  }
}

extension LectureFolderTests {
  @Test("in another language has its words and its own place")
  func inChinese() throws {
    try Samples.withFolder { root in
      let place = try Place(root)
      let words = try TranslationFile(
        SourceText(
          name: "Chapters/zh.md",
          text: "<!-- words -->\n- Task A is gone long before B is learnt\n  任务 A 早已被忘掉\n"),
        root: root)
      let own = root.appending(path: "figures/zh")
      let folder = LectureFolder(
        own, translations: ["chapter-9": Translation(.chinese, files: [words])])
      #expect(try folder.draw(place.figure))
      let svg = own.appending(path: "chapter-9/9-1-curves/9-1-curves-slide-light.svg")
      let text = try String(contentsOf: svg, encoding: .utf8)
      #expect(text.contains("任务") && text.contains(Language.chinese.font))
      #expect(try !folder.draw(place.figure))
      #expect(try place.folder.draw(place.figure), "the English pictures are others")
      let html = Gallery([], words: .chinese).html
      #expect(html.contains("lang=\"zh-Hans\"") && html.contains(Wording.chinese.galleryTitle))
    }
  }
}

/// What a page links to or shows, and how many of its pictures have no words.
private final class Links: NSObject, XMLParserDelegate {
  private(set) var places: [String] = []
  private(set) var wordless = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    places += ["href", "src", "srcset"].compactMap { attributes[$0] }
    if name == "img", attributes["alt"]?.isEmpty != false { wordless += 1 }
  }
}
