import Foundation

/// Whether a record is of today's source: what stands between it and a page.
package struct Agreement: Equatable, Sendable {
  /// Why the chapter has to be run, in words; empty when the record will do.
  package let objections: [String]

  /// A record that cannot be read: the next run replaces it.
  static let unreadable = Agreement(
    objections: ["its record is not whole or of another version"])

  private init(objections: [String]) { self.objections = objections }

  /// Compares the code that a reader sees, cell by cell; line numbers and prose may differ.
  /// - Parameters:
  ///   - wanted: a longer run does for a shorter one.
  ///   - seeds: how many there must be; nil when any number will do.
  ///   - data: the folder that the reader names for the data; nil when any will do.
  ///   - fingerprint: what tells all of today's code from any other, the library's too; nil when only the
  ///     chapter's own is to be compared.
  package init(
    _ chapter: Literate, _ record: Record?, profile wanted: Profile = .smoke, seeds: Int? = nil,
    data: String? = nil, fingerprint: String? = nil
  ) {
    guard let record else {
      objections = ["the chapter has not been run"]
      return
    }
    var found: [String] = []
    let missing = chapter.cells.filter { cell in
      cell.id != "end" && !record.cells.contains { $0.cell.id == cell.id }
    }
    if let last = record.cells.last, !record.complete {
      found.append("its run ended in the cell \"\(last.cell.id)\"")
    } else if !missing.isEmpty {
      found.append("new since its run: \(Self.list(missing.map(\.id)))")
    }
    let changed = chapter.cells.filter { cell in
      record.cells.contains { $0.cell.id == cell.id && $0.cell.program != cell.program }
    }
    if !changed.isEmpty {
      found.append("the code has changed since its run: \(Self.list(changed.map(\.id)))")
    }
    if found.isEmpty, let fingerprint, record.fingerprint != fingerprint {
      found.append(
        record.fingerprint == nil
          ? "its run was of a program that cannot say what it was built from"
          : "the code that it calls has changed since its run")
    }
    if Self.rank(record.profile) < Self.rank(wanted) {
      found.append("its run had the \(record.profile.rawValue) profile, not \(wanted.rawValue)")
    }
    if let seeds, record.seeds.count != seeds {
      found.append("its run had \(record.seeds.count) seeds, not \(seeds)")
    }
    if let data, record.data.map(Self.place) != Self.place(data) {
      let had = record.data.map { "the data in \($0)" } ?? "the usual data"
      found.append("its run had \(had), not those in \(data)")
    }
    objections = found
  }

  /// A folder without what is only a way of typing it: `./mnist/` is `mnist`.
  private static func place(_ folder: String) -> String {
    URL(filePath: folder).standardizedFileURL.path
  }

  private static func rank(_ profile: Profile) -> Int {
    Profile.allCases.firstIndex(of: profile) ?? 0
  }

  private static func list(_ ids: [String]) -> String {
    (ids.count == 1 ? "cell " : "cells ") + ids.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

extension Cell {
  /// What of the cell runs, wherever it stands.
  fileprivate var program: [String] {
    blocks.flatMap { block in
      if case .code(let lines) = block { lines.map(\.text) } else { [String]() }
    }
  }
}
