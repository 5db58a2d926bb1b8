import Foundation

/// Where files of images are looked for.
public struct DatasetSearch: Sendable {
  /// The folders, in the order in which they are looked into.
  public let roots: [String]

  /// Looks into these folders, and in each into the data set's own subfolder first.
  public init(roots: [String]) {
    self.roots = roots
  }

  /// The usual places: `$PALIMPSEST_DATA`, else `data` in the current folder, else where Debian's
  /// package `dataset-fashion-mnist` puts its files.
  ///
  /// - Throws: `DatasetError.noFolder` when the variable is set to something that is no folder.
  public init(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(DatasetError) {
    var roots = ["data", "/usr/share/datasets"]
    if let named = environment["PALIMPSEST_DATA"], !named.isEmpty {
      guard DatasetFolder(path: named).isThere else { throw .noFolder(named) }
      roots.insert(named, at: 0)
    }
    self.roots = roots
  }

  /// Loads a data set from the first folder that holds it, or returns nil when none does.
  ///
  /// A folder with files of another *known* data set is passed over: MNIST and Fashion-MNIST use
  /// the same file names.
  ///
  /// - Parameter verify: compare every file's checksum with the published one. Without it,
  ///   whatever has the right names is taken for `dataset`.
  /// - Throws: `DatasetError` when files are there, but damaged, incomplete or not the published
  ///   ones.
  public func find(
    _ dataset: KnownDataset, verify: Bool = true
  ) throws(DatasetError) -> LabelledImages? {
    for root in roots {
      for folder in Self.folders(of: dataset, in: root) where try folder.holds(dataset) {
        return try folder.load(dataset, verify: verify)
      }
    }
    return nil
  }

  /// The folders below `root` that may hold `dataset`, in the order in which they are looked into: those called as it is,
  /// however that is written (`fashion-mnist`, `FashionMNIST`, `MNIST_data`), then `root` itself, and in each also `raw`,
  /// where torchvision puts its files.
  private static func folders(of dataset: KnownDataset, in root: String) -> [DatasetFolder] {
    let wanted = letters(dataset.folder)
    let named = (DatasetFolder(path: root).names ?? []).filter { name in
      name != dataset.folder && ["", "data", "dataset"].contains { letters(name) == wanted + $0 }
    }
    return (([dataset.folder] + named).map { root + "/" + $0 } + [root])
      .flatMap { [DatasetFolder(path: $0), DatasetFolder(path: $0 + "/raw")] }
  }

  private static func letters(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Which files of `dataset` were looked for, where, and what is there instead.
  public func account(of dataset: KnownDataset) -> String {
    let parts = KnownDataset.Part.allCases.map(\.rawValue).joined(separator: ", ")
    let found = roots.flatMap { root in
      Self.folders(of: dataset, in: root).compactMap { folder in
        folder.names != nil || folder.path == root ? folder.account : nil
      }
    }
    return "Looked for \(parts), each with a dash or a dot before idx, compressed (.gz) or not, in "
      + roots.joined(separator: ", ") + " and in folders there called \(dataset.folder), "
      + "\(dataset.name) or raw. " + found.joined(separator: "; ") + "."
  }
}

extension LabelledImages {
  /// Loads a data set from the usual places; where there is none, glyphs stand in for it, and
  /// `notice` says so.
  ///
  /// - Parameter glyphsPerClass: how many are drawn for training and for testing, if any are.
  /// - Throws: `DatasetError` when files are there, but damaged, incomplete or not the published
  ///   ones.
  public static func find(
    _ dataset: KnownDataset = .fashionMNIST, search: DatasetSearch? = nil, verify: Bool = true,
    glyphsPerClass: (train: Int, test: Int) = (1000, 200)
  ) throws(DatasetError) -> LabelledImages {
    let places: DatasetSearch
    if let search { places = search } else { places = try DatasetSearch() }
    if let found = try places.find(dataset, verify: verify) { return found }
    return try glyphs(
      trainPerClass: glyphsPerClass.train, testPerClass: glyphsPerClass.test
    ).announced(
      "No files of \(dataset.name) in \(places.roots.joined(separator: ", ")): invented "
        + "characters (Glyphs) stand in for it. \(places.account(of: dataset)) Type `make data` to "
        + "fetch the files, or set PALIMPSEST_DATA to their folder.")
  }
}
