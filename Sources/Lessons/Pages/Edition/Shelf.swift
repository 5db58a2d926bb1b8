import Foundation

/// The chapters of a package and the records that their runs have left.
package struct Shelf: Sendable {
  /// A chapter's folder, `Chapters/NN-name`.
  package struct Volume: Equatable, Sendable {
    /// NN.
    package let number: Int
    /// The source, relative to the package.
    package let source: String
  }

  /// The package's folder.
  package let root: URL
  /// Below it a chapter has a folder of its own, `chapter-N`.
  package let output: URL
  /// The same as the reader typed it or would.
  package let shownOutput: String
  /// The chapters in order.
  package let volumes: [Volume]

  /// The chapters of the package in or above `folder`. The records lie in its folder `output`, or in the folder
  /// that the reader named, which is relative to the working directory.
  /// - Throws: ``SourceError`` when `folder` lies in no Swift package, or in one without chapters.
  package init(near folder: URL, output: String? = nil) throws(SourceError) {
    let root = try ChapterPlace(folder.appending(path: "Package.swift").path).root
    self.root = root
    self.output = output.map { URL(filePath: $0) } ?? root.appending(path: "output")
    shownOutput = output ?? "output"
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Chapters").path)
    let found = (names ?? []).compactMap { Self.volume($0, below: root) }
    volumes = found.sorted { $0.number < $1.number }
    guard !volumes.isEmpty else {
      throw SourceError(
        file: root.path, line: nil, problem: "has no chapter: there is no Chapters/01-…/main.swift")
    }
  }

  private static func volume(_ name: String, below root: URL) -> Volume? {
    guard let match = name.wholeMatch(of: /(\d\d)-.+/), let number = Int(match.1) else {
      return nil
    }
    let source = "Chapters/\(name)/main.swift"
    guard FileManager.default.fileExists(atPath: root.appending(path: source).path) else {
      return nil
    }
    return Volume(number: number, source: source)
  }

  /// The chapter with this number.
  /// - Throws: ``SourceError`` that lists the chapters there are.
  package func volume(_ number: Int) throws(SourceError) -> Volume {
    guard let volume = volumes.first(where: { $0.number == number }) else {
      let all = volumes.map { String($0.number) }.joined(separator: ", ")
      throw SourceError(
        file: "Chapters", line: nil, problem: "has no chapter \(number); there are \(all)")
    }
    return volume
  }

  /// The chapter's source as it is now.
  /// - Throws: ``SourceError`` with file and line.
  package func literate(_ volume: Volume) throws(SourceError) -> Literate {
    try Literate(SourceText(name: volume.source, below: root), root: root)
  }

  /// Where the chapter's record, figures and pages are.
  package func folder(_ volume: Volume) -> URL {
    output.appending(path: "chapter-\(volume.number)")
  }

  /// The same for messages.
  package func shownFolder(_ volume: Volume) -> String { "\(shownOutput)/chapter-\(volume.number)" }

  /// The record of the chapter's last run; nil when there is none.
  /// - Throws: ``SourceError`` when it cannot be read, for instance because another version wrote it.
  package func record(_ volume: Volume) throws(SourceError) -> Record? {
    let file = folder(volume).appending(path: "cells.json")
    guard let json = try? Data(contentsOf: file) else { return nil }
    do {
      return try Record(json: json)
    } catch {
      throw SourceError(
        file: shownFolder(volume) + "/cells.json", line: nil,
        problem: "is no record of this version; make chapter-\(volume.number) writes a new one")
    }
  }

  /// Whether the chapter's record is of today's source. One that cannot be read is not.
  /// - Throws: ``SourceError`` for a source that is wrong.
  package func agreement(
    _ volume: Volume, profile: Profile = .smoke, seeds: Int? = nil, data: String? = nil
  ) throws(SourceError) -> Agreement {
    let chapter = try literate(volume)
    let record: Record?
    do throws(SourceError) {
      record = try self.record(volume)
    } catch {
      return .unreadable
    }
    // To tell today's code is to read all sources: not where there is nothing to compare it with.
    let fingerprint =
      record == nil ? nil : try ChapterSources(root: root, source: volume.source).fingerprint
    return Agreement(
      chapter, record, profile: profile, seeds: seeds, data: data, fingerprint: fingerprint)
  }
}
