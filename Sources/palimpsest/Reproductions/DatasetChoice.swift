import ArgumentParser
import CLCore
import Foundation

/// The data that the command line can ask for.
package enum DatasetChoice: Sendable, Equatable {
  /// A published set.
  case known(KnownDataset)
  /// Characters drawn by the program, for trying things out.
  case glyphs
  /// Images of one's own, a folder for each class.
  case folder(String)

  /// Those that have a name.
  package static let named = KnownDataset.all.map { DatasetChoice.known($0) } + [.glyphs]

  package static let mnist = DatasetChoice.known(.mnist)
  package static let fashionMNIST = DatasetChoice.known(.fashionMNIST)

  private static let folderPrefix = "folder:"

  /// As it is typed: `mnist`, or `folder:PATH`.
  package var text: String {
    switch self {
    case .known(let dataset): dataset.folder
    case .glyphs: "glyphs"
    case .folder(let path): Self.folderPrefix + path
    }
  }

  /// Reads what is typed.
  ///
  /// - Throws: `SettingError` with the nearest name when there are no such data.
  package init(_ text: String) throws(SettingError) {
    if text.hasPrefix(Self.folderPrefix), text != Self.folderPrefix {
      self = .folder(String(text.dropFirst(Self.folderPrefix.count)))
    } else {
      let words = Self.named.map(\.text) + [Self.folderPrefix + "PATH"]
      let place = try Names("data set", words).place(of: text)
      guard place < Self.named.count else {
        throw SettingError("folder: needs a path, such as folder:images.")
      }
      self = Self.named[place]
    }
  }

  /// The images.
  ///
  /// Nothing stands in for files that are missing: whoever compares numbers wants to know what on.
  /// - Throws: `MissingData` when there are no files, `DatasetError` when they are not the published ones.
  package func images() throws -> LabelledImages {
    if case .folder(let path) = self { return try .folder(path) }
    guard let known else { return try .glyphs() }
    let search = try DatasetSearch()
    guard let found = try search.find(known) else {
      throw MissingData(name: name, account: search.account(of: known))
    }
    return found
  }

  /// What people call the data.
  package var name: String {
    if case .folder(let path) = self { return URL(filePath: path).lastPathComponent }
    return known?.name ?? "Glyphs"
  }

  /// A name for folders of results.
  package var shortName: String {
    if case .folder = self { name } else { text }
  }

  private var known: KnownDataset? {
    if case .known(let dataset) = self { dataset } else { nil }
  }
}

extension DatasetChoice: Codable, ExpressibleByArgument {
  package init?(argument: String) { try? self.init(argument) }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// There are no files of the data set that is asked for.
package struct MissingData: Error, CustomStringConvertible {
  let name: String
  /// What was looked for, where, and what is there.
  let account: String

  package var description: String {
    "There are no files of \(name). \(account) Type `make data` to fetch them, or set "
      + "PALIMPSEST_DATA to their folder. `--data glyphs` takes characters drawn by the program instead."
  }
}
