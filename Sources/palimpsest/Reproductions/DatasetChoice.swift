import ArgumentParser
import CLCore

/// The data that the command line can ask for.
package enum DatasetChoice: String, Sendable, Codable, CaseIterable, ExpressibleByArgument {
  case mnist
  case fashionMNIST = "fashion-mnist"
  /// Characters drawn by the program, for trying things out.
  case glyphs

  /// The images.
  ///
  /// Nothing stands in for files that are missing: whoever compares numbers wants to know what on.
  /// - Throws: `MissingData` when there are no files, `DatasetError` when they are not the published ones.
  package func images() throws -> LabelledImages {
    guard let known else { return try .glyphs() }
    let search = try DatasetSearch()
    guard let found = try search.find(known) else {
      throw MissingData(name: name, account: search.account(of: known))
    }
    return found
  }

  /// What people call the data.
  package var name: String { known?.name ?? "Glyphs" }

  private var known: KnownDataset? {
    switch self {
    case .mnist: .mnist
    case .fashionMNIST: .fashionMNIST
    case .glyphs: nil
    }
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
